/** A word to add: to the other side, or among the staff. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, wrongWith } from '../../ui/Field';
import { useTell } from '../../ui/Toasts';
import { useEyes, useRefresh } from './queries';
import { isMine, isOpen, reaches, type Request } from './rules';

export function History({ request }: { request: Request }) {
  const eyes = useEyes();
  const isStaff = eyes.member !== undefined && reaches(eyes, request, 'requests.comment');
  const canSpeak =
    isStaff || (eyes.member === undefined && isMine(eyes, request) && 'requests.comment' in eyes.granted);
  if (!canSpeak) return null;
  return (
    <section className="card stack">
      <Speak request={request} isStaff={isStaff} />
    </section>
  );
}

function Speak({ request, isStaff }: { request: Request; isStaff: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const tell = useTell();
  const [words, setWords] = useState('');
  const [to, setTo] = useState('resident');
  const send = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/requests/{id}/comments', {
        params: { path: { id: request.id } },
        body: { words: words.trim(), internal: to === 'staff', question: to === 'question' },
      }),
    onSuccess: async () => {
      setWords('');
      setTo('resident');
      tell(t('console-request-said'));
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
        required
      />
      <ErrorNote error={send.error} fields={['words']} />
      <div>
        <button type="submit" className="button" disabled={send.isPending || !words.trim()}>
          {t('console-send')}
        </button>
      </div>
    </form>
  );
}
