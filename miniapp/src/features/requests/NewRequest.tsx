/** Filing: the desk for a resident whom it finds, a resident for their own home. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { categories, type Category, named, tree } from '../../api/categories';
import { api } from '../../api/client';
import type { components } from '../../api/schema';
import { useT, useTexts } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useSettled } from '../../ui/useSettled';
import { Attach, idsOf } from './Photos';
import { useRefresh } from './queries';
import { PRIORITIES } from './rules';
import { placeText, priorityText } from './words';

type Home = components['schemas']['Resident'];

/** The places that can be chosen from a list; a point of the map comes from the bot. */
const PLACES = ['unit', 'entrance', 'yard'] as const;

interface DialogProps {
  onFiled: (id: string) => void;
  onClose: () => void;
}

/** The console's: first for whom. */
export function NewRequest({ onFiled, onClose }: DialogProps) {
  const t = useT();
  const [home, setHome] = useState<Home>();
  return (
    <Dialog title={t('console-request-file')} onClose={onClose}>
      {home ? (
        <>
          <div className="row apart">
            <span>
              <strong>{home.name ?? home.phone}</strong>
              <span className="muted">
                {' '}
                {home.address}, {t('console-request-unit', { number: home.unit })}
              </span>
            </span>
            <button type="button" className="link" onClick={() => setHome(undefined)}>
              {t('console-request-somebody-else')}
            </button>
          </div>
          <Form homes={[home]} reporter={home.person_id ?? undefined} onFiled={onFiled} onClose={onClose} />
        </>
      ) : (
        <>
          <Whom onChoose={setHome} />
          <div className="row end">
            <button type="button" className="button" onClick={onClose}>
              {t('console-cancel')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Whom({ onChoose }: { onChoose: (home: Home) => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['residents', 'for-request', q],
    queryFn: async () => {
      const { items } = (await api.GET('/api/v1/residents', { params: { query: { q, limit: 20 } } })).data!;
      return items.filter(({ state }) => ['verified', 'pending', 'expected'].includes(state));
    },
    enabled: q.length > 1,
  });
  return (
    <>
      <TextField
        label={t('console-request-whom')}
        hint={t('console-request-whom-hint')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={100}
      />
      {q.length > 1 && (
        <Loaded query={found}>
          {(items) => (
            <ul className="list">
              {items.map((home) => (
                <li key={home.id} className="row apart">
                  <span className="grow">
                    {home.name ?? home.phone}
                    <span className="muted small">
                      {' '}
                      {home.address}, {t('console-request-unit', { number: home.unit })}
                    </span>
                  </span>
                  {home.person_id ? (
                    <button type="button" className="button small" onClick={() => onChoose(home)}>
                      {t('console-request-choose')}
                    </button>
                  ) : (
                    <span className="muted small">{t('console-resident-state-expected')}</span>
                  )}
                </li>
              ))}
              {items.length === 0 && <li className="muted">{t('console-residents-none')}</li>}
            </ul>
          )}
        </Loaded>
      )}
    </>
  );
}

/** The mini-app's page: for one of one's own homes. */
export function FileRequest() {
  const t = useT();
  const navigate = useNavigate();
  const homes = useQuery({
    queryKey: ['me', 'homes'],
    queryFn: async () => (await api.GET('/api/v1/me/homes')).data!.items,
  });
  return (
    <>
      <h1>{t('miniapp-file-title')}</h1>
      <Loaded query={homes}>
        {(items) =>
          items.length === 0 ? (
            <div className="card">
              <Empty title={t('miniapp-no-home')}>{t('miniapp-no-home-hint')}</Empty>
            </div>
          ) : (
            <div className="card stack">
              <Form homes={items} onFiled={(id) => void navigate(`/requests/${id}`, { replace: true })} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}

interface FormProps {
  homes: readonly Home[];
  /** For whom; oneself when it is not said. */
  reporter?: string | undefined;
  onFiled: (id: string) => void;
  onClose?: () => void;
}

function Form({ homes, reporter, onFiled, onClose }: FormProps) {
  const { t, lang } = useTexts();
  const refresh = useRefresh();
  const known = useQuery(categories).data ?? [];
  const [unit, setUnit] = useState(homes[0]!.unit_id);
  const [category, setCategory] = useState('');
  const [place, setPlace] = useState<string>();
  const [priority, setPriority] = useState('');
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<Parameters<typeof Attach>[0]['files']>([]);
  const about = known.find(({ id }) => id === category);
  const places = PLACES.filter((code) => !about || about.places.includes(code));
  const where = place && places.includes(place as (typeof PLACES)[number]) ? place : (places[0] ?? 'unit');
  const file = useMutation({
    mutationFn: async () => {
      const body = {
        category_id: category,
        words: words.trim(),
        place: where === 'unit' ? ({ kind: 'unit', unit_id: unit } as const) : { kind: where as 'entrance' | 'yard' },
        unit_id: unit,
        file_ids: idsOf(files),
        ...(reporter && { reporter_id: reporter }),
        ...(priority && { priority }),
      };
      return (await api.POST('/api/v1/requests', { body })).data!;
    },
    onSuccess: async ({ id }) => {
      await refresh();
      onFiled(id);
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate();
      }}
    >
      <AreaField
        label={t('console-request-what')}
        hint={t('console-request-what-hint')}
        wrong={wrongWith(file.error, 'words')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={4000}
        rows={3}
        required
      />
      <Attach files={files} onChange={setFiles} />
      <SelectField
        label={t('console-request-about')}
        wrong={wrongWith(file.error, 'category_id')}
        value={category}
        onChange={(event) => setCategory(event.target.value)}
        required
      >
        <option value="">{t('console-request-about-choose')}</option>
        {tree(known, ({ archived }) => !archived).map(({ kind, problems }) => (
          <optgroup key={kind.id} label={`${kind.icon} ${named(lang, kind.names)}`}>
            {[...problems, kind].map(({ id, names }: Category) => (
              <option key={id} value={id}>
                {id === kind.id && problems.length > 0
                  ? t('console-request-about-other', { kind: named(lang, names) })
                  : named(lang, names)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {homes.length > 1 && (
        <SelectField label={t('miniapp-home-which')} value={unit} onChange={(event) => setUnit(event.target.value)}>
          {homes.map((home) => (
            <option key={home.id} value={home.unit_id}>
              {home.address}, {t('console-request-unit', { number: home.unit })}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={t('console-request-where')}
        wrong={wrongWith(file.error, 'place')}
        value={where}
        onChange={(event) => setPlace(event.target.value)}
      >
        {places.map((code) => (
          <option key={code} value={code}>
            {t(placeText(code))}
          </option>
        ))}
      </SelectField>
      {reporter && (
        <SelectField
          label={t('console-request-priority')}
          value={priority}
          onChange={(event) => setPriority(event.target.value)}
        >
          <option value="">{t('console-request-priority-usual')}</option>
          {PRIORITIES.map((code) => (
            <option key={code} value={code}>
              {t(priorityText(code))}
            </option>
          ))}
        </SelectField>
      )}
      <ErrorNote error={file.error} fields={['words', 'category_id', 'place']} />
      <div className="row end">
        {onClose && (
          <button type="button" className="button" onClick={onClose}>
            {t('console-cancel')}
          </button>
        )}
        <button type="submit" className="button primary" disabled={file.isPending}>
          {t('console-request-file-deed')}
        </button>
      </div>
    </form>
  );
}
