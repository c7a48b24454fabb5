/** What this person may do with the request, as buttons: the likeliest first, the rest behind «Ещё». */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { Tagged } from '../../api/tagged';
import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { useTell } from '../../ui/Toasts';
import { AssignDialog, EditDialog, MergeDialog, PauseDialog, RateDialog, WordsDialog } from './deeds';
import { useEyes, useRefresh } from './queries';
import { type Request, type Verb, verbs } from './rules';
import { verbText } from './words';

/** How many verbs are in sight before «Ещё». */
const SHOWN = 3;
/** Verbs that take nothing but the tap. */
const PLAIN = ['take', 'help', 'depart', 'arrive', 'resume', 'accept', 'return', 'reopen'] as const;
type Plain = (typeof PLAIN)[number];

const isPlain = (verb: Verb): verb is Plain => (PLAIN as readonly string[]).includes(verb);
/** Verbs that take words, and whether they have to. */
const WORDED = { release: true, decline: true, cancel: false, complete: false } as const;
const isWorded = (verb: Verb): verb is keyof typeof WORDED => verb in WORDED;

function does(verb: Plain, id: string) {
  const params = { path: { id } };
  if (verb === 'arrive') return api.POST('/api/v1/requests/{id}/arrive', { params, body: {} });
  return api.POST(`/api/v1/requests/{id}/${verb}`, { params });
}

function says(verb: keyof typeof WORDED, id: string, words: string) {
  const params = { path: { id } };
  const said = words.trim();
  if (verb === 'complete') {
    return api.POST('/api/v1/requests/{id}/complete', { params, body: said ? { result: said } : {} });
  }
  if (verb === 'cancel')
    return api.POST('/api/v1/requests/{id}/cancel', { params, body: said ? { reason: said } : {} });
  return api.POST(`/api/v1/requests/{id}/${verb}`, { params, body: { reason: said } });
}

interface Props {
  request: Tagged<Request>;
  onOpen: (id: string) => void;
}

export function Verbs({ request, onOpen }: Props) {
  const t = useT();
  const tell = useTell();
  const refresh = useRefresh();
  const all = verbs(useEyes(), request);
  const [asked, setAsked] = useState<Verb>();
  const done = async (verb: Verb) => {
    setAsked(undefined);
    tell(t(`console-request-did-${verb}`));
    await refresh();
  };
  const act = useMutation({
    mutationFn: (verb: Plain) => does(verb, request.id),
    onSuccess: (_, verb) => done(verb),
    // Somebody was faster: what is shown is old.
    onError: (error) => problemOf(error).status === 409 && void refresh(),
  });
  if (all.length === 0) return <ErrorNote error={act.error} />;
  const button = (verb: Verb, look: string) => (
    <button
      key={verb}
      type="button"
      className={`button ${look}`}
      disabled={act.isPending}
      onClick={() => (isPlain(verb) ? act.mutate(verb) : setAsked(verb))}
    >
      {t(verbText(verb))}
    </button>
  );
  const close = () => setAsked(undefined);
  return (
    <div className="stack tight">
      <div className="verbs">{all.slice(0, SHOWN).map((verb, at) => button(verb, at === 0 ? 'primary' : ''))}</div>
      {all.length > SHOWN && (
        <details className="unfolds">
          <summary>{t('console-request-more')}</summary>
          <div className="verbs">{all.slice(SHOWN).map((verb) => button(verb, ''))}</div>
        </details>
      )}
      <ErrorNote error={act.error} />
      {asked && isWorded(asked) && (
        <WordsDialog
          verb={asked}
          isNeeded={WORDED[asked]}
          onSay={(words) => says(asked, request.id, words)}
          onDone={() => done(asked)}
          onClose={close}
        />
      )}
      {asked === 'pause' && <PauseDialog id={request.id} onDone={() => done('pause')} onClose={close} />}
      {asked === 'assign' && <AssignDialog request={request} onDone={() => done('assign')} onClose={close} />}
      {asked === 'rate' && <RateDialog id={request.id} onDone={() => done('rate')} onClose={close} />}
      {asked === 'edit' && <EditDialog request={request} onDone={() => done('edit')} onClose={close} />}
      {asked === 'merge' && (
        <MergeDialog
          request={request}
          onDone={async (into) => {
            await done('merge');
            onOpen(into);
          }}
          onClose={close}
        />
      )}
      {asked === 'close' && (
        <Confirm
          title={t(verbText('close'))}
          deed={t(verbText('close'))}
          onYes={async () => {
            await api.POST('/api/v1/requests/{id}/close', { params: { path: { id: request.id } } });
            await done('close');
          }}
          onClose={close}
        >
          {t('console-request-close-hint')}
        </Confirm>
      )}
    </div>
  );
}
