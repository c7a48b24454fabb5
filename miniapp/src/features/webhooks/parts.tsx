/** What the screens of webhooks share: how one stands, what it is told, and its secret on the one time that it is shown. */
import { useQuery } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useT } from '../../texts/Texts';
import { Copyable } from '../../ui/Copyable';

/** The fields that a person fills in. */
export interface Told {
  name: string;
  url: string;
  events: string[];
}

/** `request.created` in words. */
function inWords(t: (id: string) => string, event: string): string {
  const id = `console-webhook-event-${event.replaceAll(/[._]/gu, '-')}`;
  const words = t(id);
  return words === id ? event : words; // an event that is newer than this page
}

/** What is chosen, in words. */
export function listed(t: (id: string) => string, events: readonly string[]): string {
  return events.map((event) => inWords(t, event)).join(' · ');
}

interface State {
  active: boolean;
  disabled_why?: string | null | undefined;
  failing_since?: string | null | undefined;
}

/** Whether it works. */
export function Standing({ webhook }: { webhook: State }) {
  const t = useT();
  if (webhook.active && webhook.failing_since) return <span className="tag warn">{t('console-webhook-failing')}</span>;
  if (webhook.active) return <span className="tag good">{t('console-webhook-on')}</span>;
  const failed = webhook.disabled_why === 'failing';
  return (
    <span className={failed ? 'tag bad' : 'tag'}>{t(failed ? 'console-webhook-given-up' : 'console-webhook-off')}</span>
  );
}

/** What there is to be told, to be ticked. */
export function Events({ chosen, onChange }: { chosen: readonly string[]; onChange: (events: string[]) => void }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['webhooks'],
    queryFn: async () => (await api.GET('/api/v1/webhooks')).data!,
  });
  const known = data?.events ?? [...chosen];
  return (
    <fieldset className="plain stack tight">
      <legend className="label">{t('console-webhook-events')}</legend>
      {known.map((event) => (
        <label key={event} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(event)}
            onChange={({ target }) =>
              onChange(known.filter((it) => (it === event ? target.checked : chosen.includes(it))))
            }
          />
          <span>
            {inWords(t, event)} <span className="mono muted">{event}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** It is shown now and never again. */
export function Secret({ secret }: { secret: string }) {
  const t = useT();
  return (
    <div className="note good stack tight" role="status">
      <strong>{t('console-webhook-secret-shown')}</strong>
      <p>{t('console-webhook-secret-hint')}</p>
      <Copyable value={secret} label={t('console-webhook-secret')} />
    </div>
  );
}
