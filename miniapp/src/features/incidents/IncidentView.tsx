/** One incident: how far it is, what its people were told, what goes with it, what happened; and what can be done. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { named } from '../../api/categories';
import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { useT, useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { type Incident, placeOf, STAGES, stageText, stateLook, stateText, useRefresh } from './queries';

interface Props {
  incident: Incident;
  isConsole?: boolean;
}

export function IncidentView({ incident, isConsole = false }: Props) {
  const { t, lang } = useTexts();
  const { state } = incident;
  const goesOn = state === 'suspected' || state === 'declared';
  const requestAt = (id: string) => (isConsole ? `/requests?open=${id}` : `/requests/${id}`);
  return (
    <div className="stack">
      <div className="card stack">
        <div className="row apart">
          <h2>🚨 {t('console-incident-number', { number: incident.number })}</h2>
          <span className={`tag ${stateLook(state)}`}>{t(stateText(state))}</span>
        </div>
        <strong>
          {incident.icon} {named(lang, incident.category)}
        </strong>
        <Current incident={incident} />
        <dl className="facts">
          <dt>{t('console-request-where')}</dt>
          <dd>{placeOf(incident, t)}</dd>
          <dt>{t('console-request-filed')}</dt>
          <dd>{moment(lang, incident.created_at)}</dd>
          {incident.declared_at && (
            <>
              <dt>{t('console-incident-declared-at')}</dt>
              <dd>{moment(lang, incident.declared_at)}</dd>
            </>
          )}
          {incident.over_at && state === 'over' && (
            <>
              <dt>{t('console-incident-over-at')}</dt>
              <dd>{moment(lang, incident.over_at)}</dd>
            </>
          )}
          {incident.accepted_by && (
            <>
              <dt>{t('console-incident-accepted-by')}</dt>
              <dd>{incident.accepted_by}</dd>
            </>
          )}
          {incident.assignee_name && (
            <>
              <dt>{t('console-request-assignee')}</dt>
              <dd>{incident.assignee_name}</dd>
            </>
          )}
          <dt>{t('console-incident-people')}</dt>
          <dd>{incident.people}</dd>
        </dl>
        <div className="row">
          <Link className="button small" to={requestAt(incident.id)}>
            {t('console-incident-request')}
          </Link>
        </div>
        {goesOn && <Deeds incident={incident} />}
        <Act incident={incident} />
      </div>
      {state === 'declared' && <Tell incident={incident} />}
      {incident.told.length > 0 && (
        <section className="card stack">
          <h2>{t('console-incident-told')}</h2>
          <ol className="history">
            {incident.told.map((told) => (
              <li key={told.at} className="staff">
                <div className="muted small">
                  <time dateTime={told.at}>{moment(lang, told.at)}</time>
                  {told.by_name && ` · ${told.by_name}`}
                </div>
                {told.stage && <strong>{t(stageText(told.stage))}</strong>}
                {told.words && <p className="said">{told.words}</p>}
                {told.expected_at && (
                  <p className="small">{t('console-incident-until', { time: moment(lang, told.expected_at) })}</p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {incident.linked.length > 0 && (
        <section className="card flush">
          <h2 className="pad">{t('console-incident-linked', { count: incident.linked.length })}</h2>
          {incident.linked.map((line) => (
            <Link key={line.id} className="entry" to={requestAt(line.id)}>
              <span className="grow">
                №{line.number} · {line.words}
              </span>
              {line.unit && <span className="muted small">{t('console-request-unit', { number: line.unit })}</span>}
            </Link>
          ))}
        </section>
      )}
      {incident.timeline.length > 0 && (
        <section className="card stack">
          <h2>{t('console-request-history')}</h2>
          <ol className="history">
            {incident.timeline.map((step) => (
              <li key={step.id}>
                <div className="muted small">
                  <time dateTime={step.at}>{moment(lang, step.at)}</time>
                  {step.by_name && ` · ${step.by_name}`}
                </div>
                <p>{t(`console-event-${step.kind.replaceAll('_', '-')}`)}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

/** What its people read now. */
function Current({ incident }: { incident: Incident }) {
  const { t, lang } = useTexts();
  if (incident.state === 'over') return <p className="note good">{t('console-incident-sorry')}</p>;
  if (incident.state !== 'declared') return null;
  return (
    <>
      {incident.stage && <p className="note warn">{t(stageText(incident.stage))}</p>}
      {incident.words && <p className="said">{incident.words}</p>}
      {incident.expected_at && (
        <p className="small">{t('console-incident-until', { time: moment(lang, incident.expected_at) })}</p>
      )}
    </>
  );
}

function Deeds({ incident }: { incident: Incident }) {
  const t = useT();
  const may = useMay();
  const refresh = useRefresh();
  const [asks, setAsks] = useState<'end' | 'dismiss'>();
  const params = { path: { id: incident.id } };
  const accept = useMutation({
    mutationFn: () => api.POST('/api/v1/incidents/{id}/accept', { params }),
    onSuccess: refresh,
  });
  return (
    <>
      <div className="row">
        {may('requests.take') && !incident.accepted_by && (
          <button type="button" className="button primary" disabled={accept.isPending} onClick={() => accept.mutate()}>
            🙋 {t('console-incident-accept')}
          </button>
        )}
        {may('requests.assign') && incident.state === 'suspected' && (
          <>
            <DeclareWhole incident={incident} />
            <button type="button" className="button" onClick={() => setAsks('dismiss')}>
              {t('console-incident-dismiss')}
            </button>
          </>
        )}
        {may('requests.assign') && incident.state === 'declared' && (
          <button type="button" className="button danger" onClick={() => setAsks('end')}>
            {t('console-incident-end')}
          </button>
        )}
      </div>
      <ErrorNote error={accept.error} />
      {asks && (
        <Confirm
          title={t(`console-incident-${asks}`)}
          deed={t(`console-incident-${asks}`)}
          onClose={() => setAsks(undefined)}
          onYes={async () => {
            if (asks === 'end') await api.POST('/api/v1/incidents/{id}/end', { params });
            else await api.POST('/api/v1/incidents/{id}/dismiss', { params });
            await refresh();
          }}
        >
          {t(`console-incident-${asks}-hint`)}
        </Confirm>
      )}
    </>
  );
}

/** What looks like an incident is one: of the whole building; how far it reaches can be said again in the group. */
function DeclareWhole({ incident }: { incident: Incident }) {
  const t = useT();
  const refresh = useRefresh();
  const declare = useMutation({
    mutationFn: () => api.POST('/api/v1/incidents', { body: { request_id: incident.id, scope: { kind: 'building' } } }),
    onSuccess: refresh,
  });
  return (
    <>
      <button type="button" className="button danger" disabled={declare.isPending} onClick={() => declare.mutate()}>
        {t('console-incident-declare-whole')}
      </button>
      <ErrorNote error={declare.error} />
    </>
  );
}

/** What its people read from now on, each on the card that they have. */
function Tell({ incident }: { incident: Incident }) {
  const t = useT();
  const may = useMay();
  const refresh = useRefresh();
  const [stage, setStage] = useState('');
  const [words, setWords] = useState('');
  const [until, setUntil] = useState('');
  const tell = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/incidents/{id}/tell', {
        params: { path: { id: incident.id } },
        body: {
          ...(stage && { stage }),
          ...(words.trim() && { words: words.trim() }),
          ...(until && { expected_at: new Date(until).toISOString() }),
        },
      }),
    onSuccess: async () => {
      setStage('');
      setWords('');
      setUntil('');
      await refresh();
    },
  });
  if (!may('requests.assign')) return null;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        tell.mutate();
      }}
    >
      <h2>{t('console-incident-tell')}</h2>
      <SelectField label={t('console-incident-stage')} value={stage} onChange={(event) => setStage(event.target.value)}>
        <option value="">{t('console-incident-stage-same')}</option>
        {STAGES.map((code) => (
          <option key={code} value={code}>
            {t(stageText(code))}
          </option>
        ))}
      </SelectField>
      <AreaField
        label={t('console-incident-words')}
        hint={t('console-incident-words-hint', { count: incident.people })}
        wrong={wrongWith(tell.error, 'words')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={1000}
        rows={2}
      />
      <TextField
        label={t('console-incident-expected')}
        type="datetime-local"
        wrong={wrongWith(tell.error, 'expected_at')}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <ErrorNote error={tell.error} fields={['words', 'expected_at']} />
      <div>
        <button type="submit" className="button primary" disabled={tell.isPending || !(stage || words.trim() || until)}>
          {t('console-incident-tell-deed')}
        </button>
      </div>
    </form>
  );
}

/** The act, as a file: through the client, which says who asks. */
function Act({ incident }: { incident: Incident }) {
  const t = useT();
  const may = useMay();
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await api.GET('/api/v1/incidents/{id}/act', {
        params: { path: { id: incident.id } },
        parseAs: 'blob',
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data as unknown as Blob);
      link.download = `${incident.number}.pdf`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  if (!may('requests.take') || !incident.declared_at) return null;
  return (
    <div className="row">
      <button type="button" className="button small" disabled={save.isPending} onClick={() => save.mutate()}>
        📄 {t('console-incident-act')}
      </button>
      <ErrorNote error={save.error} />
    </div>
  );
}
