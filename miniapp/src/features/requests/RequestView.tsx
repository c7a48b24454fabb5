/** One request: how far it is, what can be done, what it says, what the work shows, what happened. */
import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';

import { categories, named } from '../../api/categories';
import type { Tagged } from '../../api/tagged';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { Loaded } from '../../ui/Loaded';
import { Evidence } from './Evidence';
import { History } from './History';
import { Gallery, useFiles } from './Photos';
import { requestQuery, useEyes } from './queries';
import { Due, Priority } from './Requests';
import { isMine, progress, reaches, type Request } from './rules';
import { Verbs } from './Verbs';
import { closingText, pauseText, statusLook, statusText, tagText, whereOf } from './words';

const STEPS = 5;

interface Props {
  request: Tagged<Request>;
  /** Shows another one: the one that this was merged into. */
  onOpen: (id: string) => void;
}

/** A page of its own, in the mini-app. */
export function RequestPage({ onOpen }: { onOpen: (id: string) => void }) {
  const { id = '' } = useParams();
  const query = useQuery(requestQuery(id));
  return <Loaded query={query}>{(one) => <RequestView request={one} onOpen={onOpen} />}</Loaded>;
}

export function RequestView({ request, onOpen }: Props) {
  const { t, lang } = useTexts();
  const eyes = useEyes();
  const known = useQuery(categories).data;
  const icon = known?.find(({ id }) => id === request.category_id)?.icon;
  const kind = known?.find(({ id }) => id === request.kind_id && id !== request.category_id);
  const steps = progress(request.status);
  const isStaff = eyes.member !== undefined && reaches(eyes, request, 'requests.read');
  const filed = useFiles(request.id, true).filter(({ stage, comment_id }) => !stage && !comment_id);
  const older = request.attachments - filed.length; // from before there was a storage
  return (
    <div className="stack request">
      <div className="stack tight">
        <h1>
          №{request.number} · {icon} {kind && `${named(lang, kind.names)} → `}
          {named(lang, request.category)}
        </h1>
        <div className="row">
          <span className={`tag ${statusLook(request.status)}`}>{t(statusText(request.status))}</span>
          <Priority code={request.priority} />
          {request.closing && <span className="muted small">{t(closingText(request.closing))}</span>}
          {request.returns > 0 && (
            <span className="muted small">{t('console-request-returns', { count: request.returns })}</span>
          )}
        </div>
        {steps && (
          <div
            className="progress"
            role="img"
            aria-label={t('console-request-step', { done: steps, all: STEPS })}
            data-done={steps}
          >
            {Array.from({ length: STEPS }, (_, at) => (
              <span key={at} className={at < steps ? 'done' : undefined} />
            ))}
          </div>
        )}
      </div>
      <Waits request={request} />
      <Verbs request={request} onOpen={onOpen} />
      <div className="card stack">
        <p className="said">{request.words}</p>
        <dl className="facts">
          <dt>{t('console-request-where')}</dt>
          <dd>{whereOf(request, t)}</dd>
          {request.slot && (
            <>
              <dt>{t('console-request-slot')}</dt>
              <dd>
                {moment(lang, request.slot.from)} — {moment(lang, request.slot.to)}
              </dd>
            </>
          )}
          {(!isMine(eyes, request) || isStaff) && (
            <>
              <dt>{t('console-request-reporter')}</dt>
              <dd>
                {request.reporter_name}
                {!request.verified && <span className="muted"> · {t('console-request-unverified')}</span>}
              </dd>
            </>
          )}
          <dt>{t('console-request-assignee')}</dt>
          <dd>
            {request.assignee_name ?? t('console-request-nobody')}
            {request.helper_ids.length > 0 &&
              ` · ${t('console-request-helpers', { count: request.helper_ids.length })}`}
          </dd>
          <dt>{t('console-request-filed')}</dt>
          <dd>{moment(lang, request.created_at)}</dd>
          {request.due_at && (
            <>
              <dt>{t('console-request-due')}</dt>
              <dd>
                <Due line={request} />
              </dd>
            </>
          )}
          {request.followers > 0 && (
            <>
              <dt>{t('console-request-followers')}</dt>
              <dd>{request.followers}</dd>
            </>
          )}
          {request.result && (
            <>
              <dt>{t('console-request-result')}</dt>
              <dd>{request.result}</dd>
            </>
          )}
          {request.rating && (
            <>
              <dt>{t('console-request-rating')}</dt>
              <dd>
                <span aria-label={String(request.rating)}>
                  {'★'.repeat(request.rating) + '☆'.repeat(5 - request.rating)}
                </span>{' '}
                {request.rating_tags.map((tag) => t(tagText(tag))).join(', ')}
                {request.rating_words && <div>{request.rating_words}</div>}
              </dd>
            </>
          )}
        </dl>
        <Gallery files={filed} title={t('console-request-files')} />
        {older > 0 && <p className="muted small">{t('console-request-files-in-bot', { count: older })}</p>}
        {request.parent_id && (
          <p>
            <button type="button" className="link" onClick={() => onOpen(request.parent_id!)}>
              {t('console-request-parent')}
            </button>
          </p>
        )}
      </div>
      <Evidence request={request} />
      <History request={request} />
    </div>
  );
}

/** Why nothing happens for now. */
function Waits({ request }: { request: Request }) {
  const { t, lang } = useTexts();
  if (request.pause) {
    return (
      <p className="note warn">
        {t('console-request-paused', {
          reason: t(pauseText(request.pause.reason)),
          until: moment(lang, request.pause.until),
        })}
      </p>
    );
  }
  if (request.asked_at) return <p className="note warn">{t('console-request-asked')}</p>;
  return null;
}
