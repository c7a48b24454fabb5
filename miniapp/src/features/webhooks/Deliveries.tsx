/** What a webhook was told: how it went, and once more when it is asked for. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT, useTexts } from '../../texts/Texts';
import { distance, moment } from '../../texts/when';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { useTell } from '../../ui/Toasts';
import { listed } from './parts';

export function Deliveries({ webhook }: { webhook: string }) {
  const t = useT();
  const may = useMay();
  const tell = useTell();
  const queries = useQueryClient();
  const key = ['webhooks', webhook, 'deliveries'];
  const path = { id: webhook };
  const list = usePages(key, async (after) => {
    const params = { path, query: { limit: 20, ...(after && { after }) } };
    return (await api.GET('/api/v1/webhooks/{id}/deliveries', { params })).data!;
  });
  const send = useMutation({
    mutationFn: (delivery_id?: string) =>
      delivery_id
        ? api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay', {
            params: { path: { ...path, delivery_id } },
          })
        : api.POST('/api/v1/webhooks/{id}/ping', { params: { path } }),
    onSuccess: () => {
      tell(t('console-webhook-sent'));
      return queries.invalidateQueries({ queryKey: key });
    },
  });
  const mayManage = may('webhooks.manage');
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{t('console-webhook-log')}</h2>
        <div className="row">
          <button
            type="button"
            className="button small"
            onClick={() => void queries.invalidateQueries({ queryKey: ['webhooks', webhook] })}
          >
            {t('console-webhook-look-again')}
          </button>
          {mayManage && (
            <button
              type="button"
              className="button small"
              disabled={send.isPending}
              onClick={() => send.mutate(undefined)}
            >
              {t('console-webhook-ping')}
            </button>
          )}
        </div>
      </div>
      <ErrorNote error={send.error} />
      <Loaded query={list}>
        {(deliveries) => (
          <div className="card flush">
            {deliveries.length === 0 && (
              <Empty title={t('console-webhook-log-none')}>{t('console-webhook-log-none-hint')}</Empty>
            )}
            <ul className="list">
              {deliveries.map((delivery) => (
                <li key={delivery.id} className="row apart">
                  <Line delivery={delivery} />
                  {mayManage && (
                    <button
                      type="button"
                      className="button small"
                      disabled={send.isPending}
                      onClick={() => send.mutate(delivery.id)}
                    >
                      {t('console-webhook-replay')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
      <More list={list} />
    </section>
  );
}

interface Delivery {
  event: string;
  status: string;
  attempts: number;
  next_attempt_at?: string | null | undefined;
  response_status?: number | null | undefined;
  error?: string | null | undefined;
  created_at: string;
}

const TAGS: Record<string, string> = { done: 'tag good', failed: 'tag bad', waiting: 'tag' };

function Line({ delivery }: { delivery: Delivery }) {
  const { t, lang } = useTexts();
  const next = delivery.next_attempt_at && (distance(lang, delivery.next_attempt_at) ?? t('console-webhook-soon'));
  return (
    <div className="grow">
      <div className="row">
        <strong>{listed(t, [delivery.event])}</strong>
        <span className={TAGS[delivery.status] ?? 'tag'}>{t(`console-webhook-delivery-${delivery.status}`)}</span>
      </div>
      <div className="small muted">
        <time dateTime={delivery.created_at}>{moment(lang, delivery.created_at)}</time>
        {delivery.attempts > 0 && ` · ${t('console-webhook-attempts', { count: delivery.attempts })}`}
        {delivery.response_status && ` · HTTP ${delivery.response_status}`}
      </div>
      {delivery.error && (
        <div className="small wrong">{t(`console-webhook-error-${delivery.error.replaceAll('_', '-')}`)}</div>
      )}
      {delivery.status === 'waiting' && delivery.attempts > 0 && next && (
        <div className="small muted">{t('console-webhook-next', { when: next })}</div>
      )}
    </div>
  );
}
