/** What looked suspicious, and the owner's answer: it was I, or out with whoever it was. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT, useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { More } from '../../ui/More';
import { usePages } from '../../ui/usePages';
import { type Alert, facts, title } from './words';
import { Limits } from './Limits';

const ALERTS = ['audit', 'alerts'];

export function Alerts() {
  const t = useT();
  const may = useMay();
  const list = usePages(ALERTS, async (after) => {
    const params = { query: { limit: 20, ...(after && { after }) } };
    return (await api.GET('/api/v1/audit/alerts', { params })).data!;
  });
  return (
    <div className="stack">
      <h1>{t('console-alerts')}</h1>
      <p className="muted">{t('console-alerts-hint')}</p>
      <Loaded query={list}>
        {(alerts) =>
          alerts.length === 0 ? (
            <Empty title={t('console-alerts-none')}>{t('console-alerts-none-hint')}</Empty>
          ) : (
            <ul className="list card flush">
              {alerts.map((alert) => (
                <li key={alert.id}>
                  <Row alert={alert as Alert} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <More list={list} />
      {may('settings.manage') && <Limits />}
    </div>
  );
}

function Row({ alert }: { alert: Alert }) {
  const { t, lang } = useTexts();
  const may = useMay();
  const queries = useQueryClient();
  const [isEnding, setEnding] = useState(false);
  const answer = useMutation({
    mutationFn: (said: 'fine' | 'end_sessions') =>
      api.POST('/api/v1/audit/alerts/{id}/answer', { params: { path: { id: alert.id } }, body: { answer: said } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ALERTS }), // somebody else may have answered meanwhile
  });
  const by = alert.answered_by ?? '—';
  return (
    <div className="stack tight">
      <strong>{title(t, alert)}</strong>
      {facts(t, alert).map((words) => (
        <span className="small" key={words}>
          {words}
        </span>
      ))}
      <time className="muted small" dateTime={alert.raised_at}>
        {moment(lang, alert.raised_at)}
      </time>
      {alert.answer && (
        <span className="small">
          {t(alert.answer === 'fine' ? 'alerts-solved-fine' : 'alerts-solved-ended', { name: by })}
        </span>
      )}
      <ErrorNote error={answer.error} />
      {!alert.answer && (
        <div className="row">
          <button
            type="button"
            className="button small"
            disabled={answer.isPending}
            onClick={() => answer.mutate('fine')}
          >
            {t('console-alert-fine')}
          </button>
          {alert.person_id && may('sessions.manage') && (
            <button
              type="button"
              className="button small danger"
              disabled={answer.isPending}
              onClick={() => setEnding(true)}
            >
              {t('alerts-end-sessions')}
            </button>
          )}
        </div>
      )}
      {isEnding && (
        <Confirm
          title={t('alerts-end-sessions')}
          deed={t('alerts-end-sessions')}
          onYes={async () => void (await answer.mutateAsync('end_sessions'))}
          onClose={() => setEnding(false)}
        >
          {t('console-alert-end-hint', { name: alert.person_name ?? '—' })}
        </Confirm>
      )}
    </div>
  );
}
