/** What happened and what was said, and a word to add: to the other side, or among the staff. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import type { components } from '../../api/schema';
import { useT, useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { Attach, Gallery, idsOf, useFiles } from './Photos';
import { useEyes, useRefresh } from './queries';
import { isMine, isOpen, reaches, type Request } from './rules';
import { closingText, eventText, pauseText, sumText } from './words';

type Step = components['schemas']['RequestHappening'];

/** Steps that say little are folded away once there are so many. */
const SHOWN = 8;

export function History({ request }: { request: Request }) {
  const t = useT();
  const eyes = useEyes();
  const [isWhole, setWhole] = useState(false);
  const query = useQuery({
    queryKey: ['requests', 'history', request.id],
    queryFn: async () =>
      (await api.GET('/api/v1/requests/{id}/history', { params: { path: { id: request.id } } })).data!.items,
  });
  const files = useFiles(request.id, true);
  const isStaff = eyes.member !== undefined && reaches(eyes, request, 'requests.comment');
  const canSpeak =
    isStaff || (eyes.member === undefined && isMine(eyes, request) && 'requests.comment' in eyes.granted);
  return (
    <section className="card stack">
      <h2>{t('console-request-history')}</h2>
      <Loaded query={query}>
        {(items) => (
          <>
            {!isWhole && items.length > SHOWN && (
              <div>
                <button type="button" className="link" onClick={() => setWhole(true)}>
                  {t('console-request-history-whole', { count: items.length - SHOWN })}
                </button>
              </div>
            )}
            <ol className="history">
              {(isWhole ? items : items.slice(-SHOWN)).map((step) => (
                <Happened key={step.id} step={step} files={files.filter(({ id }) => step.file_ids.includes(id))} />
              ))}
            </ol>
          </>
        )}
      </Loaded>
      {canSpeak && <Speak request={request} isStaff={isStaff} />}
    </section>
  );
}

function Happened({ step, files }: { step: Step; files: ReturnType<typeof useFiles> }) {
  const { t, lang } = useTexts();
  const isComment = step.kind === 'comment_added';
  // A kind that came later than these pages has no text yet.
  const text = t(eventText(step.kind));
  const happened = text === eventText(step.kind) ? t('console-event-other') : text;
  const look = isComment ? (step.internal ? 'internal' : step.side === 'staff' ? 'staff' : 'resident') : '';
  return (
    <li className={look}>
      <div className="muted small">
        <time dateTime={step.at}>{moment(lang, step.at)}</time>
        {step.by_name && ` · ${step.by_name}`}
        {step.internal && <> · 🔒 {t('console-request-internal')}</>}
        {step.question && <> · ❓ {t('console-request-question')}</>}
      </div>
      {isComment ? (
        <>
          {step.words && <p className="said">{step.words}</p>}
          <Gallery files={files} />
          {step.files > files.length && (
            <p className="small">📎 {t('console-request-files-in-bot', { count: step.files - files.length })}</p>
          )}
        </>
      ) : (
        <p>
          {happened}
          <Beside step={step} />
        </p>
      )}
    </li>
  );
}

/** What an event says beside its kind. */
function Beside({ step }: { step: Step }) {
  const t = useT();
  const said = [
    step.to_name,
    step.kind === 'request_paused' && step.words && t(pauseText(step.words)),
    step.kind === 'request_closed' && step.words && t(closingText(step.words)),
    !['request_paused', 'request_closed'].includes(step.kind) && step.words,
    step.kind === 'work_step_toggled' && (step.yes ? '☑' : '☐'),
    step.kind === 'request_rated' && step.number && '★'.repeat(step.number),
    step.kind.startsWith('price_') && step.number && sumText(step.number),
    step.kind === 'price_answered' && t(step.yes ? 'console-request-price-yes' : 'console-request-price-no'),
  ].filter(Boolean);
  return said.length > 0 && <>: {said.join(' · ')}</>;
}

function Speak({ request, isStaff }: { request: Request; isStaff: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const [words, setWords] = useState('');
  const [to, setTo] = useState('resident');
  const [files, setFiles] = useState<Parameters<typeof Attach>[0]['files']>([]);
  const send = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/requests/{id}/comments', {
        params: { path: { id: request.id } },
        body: { words: words.trim(), internal: to === 'staff', question: to === 'question', file_ids: idsOf(files) },
      }),
    onSuccess: async () => {
      setWords('');
      setTo('resident');
      setFiles([]);
      await refresh();
    },
  });
  const choices = ['resident', ...(isOpen(request.status) ? ['question'] : []), 'staff'];
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      {isStaff && (
        <div className="segments" role="group" aria-label={t('console-request-to')}>
          {choices.map((code) => (
            <button key={code} type="button" aria-pressed={to === code} onClick={() => setTo(code)}>
              {t(`console-request-to-${code}`)}
            </button>
          ))}
        </div>
      )}
      <AreaField
        label={t(isStaff ? 'console-request-words' : 'console-request-words-to-staff')}
        wrong={wrongWith(send.error, 'words')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={4000}
        rows={2}
        required={files.length === 0}
      />
      <Attach files={files} onChange={setFiles} />
      <ErrorNote error={send.error} fields={['words']} />
      <div>
        <button type="submit" className="button" disabled={send.isPending || (!words.trim() && files.length === 0)}>
          {t('console-send')}
        </button>
      </div>
    </form>
  );
}
