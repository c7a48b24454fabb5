/** The questions that some verbs ask before they are done. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { categories, named, tree } from '../../api/categories';
import { api } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { Tagged } from '../../api/tagged';
import { useT, useTexts } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { startOf } from './filter';
import { useRefresh, workersQuery } from './queries';
import { PAUSES, PRIORITIES, type Request, TAGS, type Verb } from './rules';
import { pauseText, priorityText, statusText, tagText, verbText } from './words';

interface FormProps {
  title: string;
  deed: string;
  /** The fields that the form shows mistakes at. */
  fields?: readonly string[];
  canSend?: boolean;
  send: () => Promise<unknown>;
  onDone: () => unknown;
  onClose: () => void;
  children: (error: unknown) => ReactNode;
}

/** A dialog with one button. When somebody was faster, the page behind is asked again. */
function Ask({ title, deed, fields = [], canSend = true, send, onDone, onClose, children }: FormProps) {
  const t = useT();
  const refresh = useRefresh();
  const act = useMutation({
    mutationFn: send,
    onSuccess: () => onDone(),
    onError: (error) => [409, 412].includes(problemOf(error).status) && void refresh(),
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        {children(act.error)}
        <ErrorNote error={act.error} fields={fields} />
        <div className="row end">
          <button type="button" className="button" onClick={onClose}>
            {t('console-cancel')}
          </button>
          <button type="submit" className="button primary" disabled={act.isPending || !canSend}>
            {deed}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface Asked {
  onDone: () => unknown;
  onClose: () => void;
}

interface WordsProps extends Asked {
  verb: Verb;
  isNeeded: boolean;
  onSay: (words: string) => Promise<unknown>;
}

export function WordsDialog({ verb, isNeeded, onSay, onDone, onClose }: WordsProps) {
  const t = useT();
  const [words, setWords] = useState('');
  return (
    <Ask
      title={t(verbText(verb))}
      deed={t(verbText(verb))}
      fields={['reason', 'result']}
      send={() => onSay(words)}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <AreaField
          label={t(verb === 'complete' ? 'console-request-result' : 'console-request-reason')}
          hint={t(`console-request-words-${verb}`)}
          wrong={wrongWith(error, 'reason') ?? wrongWith(error, 'result')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          maxLength={500}
          rows={3}
          required={isNeeded}
        />
      )}
    </Ask>
  );
}

/** `2026-11-22` of tomorrow, where the reader is. */
function tomorrow(): string {
  const day = new Date(Date.now() + 24 * 60 * 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The hour at which somebody looks at it again. */
const MORNING = 9 * 60 * 60_000;

export function PauseDialog({ id, onDone, onClose }: Asked & { id: string }) {
  const t = useT();
  const [reason, setReason] = useState<string>(PAUSES[0]);
  const [until, setUntil] = useState(tomorrow);
  const send = () => {
    const at = new Date(Date.parse(startOf(until, 0)) + MORNING).toISOString();
    return api.POST('/api/v1/requests/{id}/pause', { params: { path: { id } }, body: { reason, until: at } });
  };
  return (
    <Ask
      title={t(verbText('pause'))}
      deed={t(verbText('pause'))}
      fields={['until']}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <>
          <SelectField
            label={t('console-request-reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          >
            {PAUSES.map((code) => (
              <option key={code} value={code}>
                {t(pauseText(code))}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('console-request-until')}
            wrong={wrongWith(error, 'until')}
            type="date"
            min={tomorrow()}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
            required
          />
        </>
      )}
    </Ask>
  );
}

export function AssignDialog({ request, onDone, onClose }: Asked & { request: Request }) {
  const t = useT();
  const [chosen, setChosen] = useState('');
  const workers = useQuery(workersQuery(request.building_id));
  const send = () =>
    api.POST('/api/v1/requests/{id}/assign', {
      params: { path: { id: request.id } },
      body: { member_id: chosen },
    });
  return (
    <Ask
      title={t('console-request-assign-whom')}
      deed={t(verbText('assign'))}
      fields={['member_id']}
      canSend={chosen !== ''}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {() => (
        <Loaded query={workers}>
          {(items) => (
            <fieldset className="plain choices">
              <legend className="hidden-label">{t('console-request-assignee')}</legend>
              {items
                .filter(({ member_id }) => member_id !== request.assignee_id)
                .map(({ member_id, name, open }) => (
                  <label key={member_id} className="tick">
                    <input
                      type="radio"
                      name="worker"
                      checked={chosen === member_id}
                      onChange={() => setChosen(member_id)}
                    />
                    <span className="grow">{name}</span>
                    <span className="muted small">{t('console-request-has-open', { count: open })}</span>
                  </label>
                ))}
              {items.length === 0 && <p className="muted">{t('console-request-no-workers')}</p>}
            </fieldset>
          )}
        </Loaded>
      )}
    </Ask>
  );
}

export function RateDialog({ id, onDone, onClose }: Asked & { id: string }) {
  const t = useT();
  const [stars, setStars] = useState(0);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const send = () =>
    api.POST('/api/v1/requests/{id}/rate', {
      params: { path: { id } },
      body: { stars, tags: [...tags], ...(words.trim() && { words: words.trim() }) },
    });
  return (
    <Ask
      title={t(verbText('rate'))}
      deed={t('console-send')}
      canSend={stars > 0}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {() => (
        <>
          <div className="stars" role="radiogroup" aria-label={t('console-request-rating')}>
            {[1, 2, 3, 4, 5].map((count) => (
              <button
                key={count}
                type="button"
                role="radio"
                aria-checked={stars === count}
                aria-label={`★${count}`}
                className={count <= stars ? 'lit' : undefined}
                onClick={() => setStars(count)}
              >
                {count <= stars ? '★' : '☆'}
              </button>
            ))}
          </div>
          <div className="row">
            {TAGS.map((tag) => (
              <button
                key={tag}
                type="button"
                className="button small"
                aria-pressed={tags.includes(tag)}
                onClick={() => setTags(tags.includes(tag) ? tags.filter((it) => it !== tag) : [...tags, tag])}
              >
                {t(tagText(tag))}
              </button>
            ))}
          </div>
          <AreaField
            label={t('console-request-rating-words')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            maxLength={2000}
            rows={2}
          />
        </>
      )}
    </Ask>
  );
}

export function EditDialog({ request, onDone, onClose }: Asked & { request: Tagged<Request> }) {
  const { t, lang } = useTexts();
  const [category, setCategory] = useState(request.category_id);
  const [priority, setPriority] = useState(request.priority);
  const place = request.place.kind;
  const fits = (places: readonly string[]) => place === 'point' || places.includes(place);
  const about = tree(useQuery(categories).data ?? [], ({ archived }) => !archived);
  const send = () =>
    api.PATCH('/api/v1/requests/{id}', {
      params: { path: { id: request.id }, header: { 'If-Match': request.etag } },
      body: {
        ...(category !== request.category_id && { category_id: category }),
        ...(priority !== request.priority && { priority }),
      },
    });
  return (
    <Ask
      title={t(verbText('edit'))}
      deed={t('console-save')}
      fields={['category_id']}
      send={send}
      onDone={onDone}
      onClose={onClose}
    >
      {(error) => (
        <>
          <SelectField
            label={t('console-request-about')}
            wrong={wrongWith(error, 'category_id')}
            value={category}
            onChange={(event) => setCategory(event.target.value)}
          >
            {about.map(({ kind, problems }) => (
              <optgroup key={kind.id} label={named(lang, kind.names)}>
                {[kind, ...problems]
                  .filter(({ id, places }) => id === request.category_id || fits(places))
                  .map(({ id, icon, names }) => (
                    <option key={id} value={id}>
                      {icon} {named(lang, names)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </SelectField>
          <SelectField
            label={t('console-request-priority')}
            value={priority}
            onChange={(event) => setPriority(event.target.value)}
          >
            {PRIORITIES.map((code) => (
              <option key={code} value={code}>
                {t(priorityText(code))}
              </option>
            ))}
          </SelectField>
          <p className="muted small">{t('console-request-edit-hint')}</p>
        </>
      )}
    </Ask>
  );
}

interface MergeProps extends Omit<Asked, 'onDone'> {
  request: Request;
  onDone: (into: string) => unknown;
}

export function MergeDialog({ request, onDone, onClose }: MergeProps) {
  const { t, lang } = useTexts();
  const [into, setInto] = useState('');
  const alike = useQuery({
    queryKey: ['requests', 'alike', request.id],
    queryFn: async () => {
      const building = request.building_id ? { building_id: request.building_id } : {};
      const query = { open: true, category_id: request.kind_id, limit: 20, ...building };
      const { items } = (await api.GET('/api/v1/requests', { params: { query } })).data!;
      return items.filter(({ id }) => id !== request.id);
    },
  });
  const send = () =>
    api.POST('/api/v1/requests/{id}/merge', { params: { path: { id: request.id } }, body: { into_id: into } });
  return (
    <Ask
      title={t(verbText('merge'))}
      deed={t('console-request-merge-deed')}
      canSend={into !== ''}
      send={send}
      onDone={() => onDone(into)}
      onClose={onClose}
    >
      {() => (
        <Loaded query={alike}>
          {(items) => (
            <fieldset className="plain choices">
              <legend className="muted small">{t('console-request-merge-hint')}</legend>
              {items.map((line) => (
                <label key={line.id} className="tick">
                  <input type="radio" name="into" checked={into === line.id} onChange={() => setInto(line.id)} />
                  <span className="grow">
                    №{line.number} · {named(lang, line.category)}
                    <span className="muted small">
                      {' '}
                      {t(statusText(line.status))} · {line.words}
                    </span>
                  </span>
                </label>
              ))}
              {items.length === 0 && <p>{t('console-request-merge-none')}</p>}
            </fieldset>
          )}
        </Loaded>
      )}
    </Ask>
  );
}
