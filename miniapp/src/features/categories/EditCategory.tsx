/** The form of a category. It is asked for anew when it opens, so that its version is the newest. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { categories, type Category, named } from '../../api/categories';
import { api } from '../../api/client';
import type { Tagged } from '../../api/tagged';
import { useToEdit } from '../../api/useToEdit';
import { useT, useTexts } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { AreaField, SelectField, TextField, wrongWith } from '../../ui/Field';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { blank, bodyOf, type Draft, draftOf, PLACES, PRIORITIES } from './draft';

interface Props {
  /** One that is there, or a new one: under a kind, or a kind itself. */
  wanted: { category: Category } | { under: Category | undefined };
  onClose: () => void;
}

export function EditCategory({ wanted, onClose }: Props) {
  const { t, lang } = useTexts();
  if ('category' in wanted) {
    return (
      <Dialog title={named(lang, wanted.category.names)} onClose={onClose}>
        <Known id={wanted.category.id} onClose={onClose} />
      </Dialog>
    );
  }
  const title = wanted.under
    ? t('console-category-new-in', { kind: named(lang, wanted.under.names) })
    : t('console-category-add-kind');
  return (
    <Dialog title={title} onClose={onClose}>
      <Form from={blank(wanted.under)} under={wanted.under} onClose={onClose} />
    </Dialog>
  );
}

function Known({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useToEdit(['categories', id], () => api.GET('/api/v1/categories/{id}', { params: { path: { id } } }));
  return <Loaded query={query}>{(known) => <Form from={draftOf(known)} known={known} onClose={onClose} />}</Loaded>;
}

interface FormProps {
  from: Draft;
  known?: Tagged<Category>;
  under?: Category | undefined;
  onClose: () => void;
}

const FIELDS = [
  'names',
  'icon',
  'places',
  'respond_minutes',
  'resolve_minutes',
  'skill',
  'checklist',
  'keywords',
] as const;

function Form({ from, known, under, onClose }: FormProps) {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(from);
  const set = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const isProblem = known ? !!known.parent_id : !!under;
  const save = useMutation({
    mutationFn: async () => {
      const body = bodyOf(draft);
      if (!known) {
        const beside =
          queries.getQueryData(categories.queryKey)?.filter(({ parent_id }) => parent_id == under?.id) ?? [];
        const position = 1 + Math.max(0, ...beside.map((one) => one.position));
        return api.POST('/api/v1/categories', { body: { ...body, position, ...(under && { parent_id: under.id }) } });
      }
      const params = { path: { id: known.id }, header: { 'If-Match': known.etag } };
      return api.PATCH('/api/v1/categories/{id}', { params, body });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['categories'] });
      onClose();
    },
  });
  const minutesHint = t(isProblem ? 'console-category-minutes-as-kind' : 'console-category-minutes-usual');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {(['ru', 'uz', 'en'] as const).map((code) => (
        <TextField
          key={code}
          label={t(`console-category-name-${code}`)}
          wrong={wrongWith(save.error, `names.${code}`)}
          lang={code}
          value={draft[code]}
          onChange={(event) => set({ [code]: event.target.value })}
          maxLength={60}
          required
        />
      ))}
      <div className="filters top">
        <TextField
          label={t('console-category-icon')}
          wrong={wrongWith(save.error, 'icon')}
          value={draft.icon}
          onChange={(event) => set({ icon: event.target.value })}
          maxLength={8}
          required
        />
        <SelectField
          label={t('console-request-priority')}
          value={draft.priority}
          onChange={(event) => set({ priority: event.target.value })}
        >
          {PRIORITIES.map((code) => (
            <option key={code} value={code}>
              {t(`console-request-priority-${code}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="plain">
        <legend className="label">{t('console-category-places')}</legend>
        <div className="row">
          {PLACES.map((code) => (
            <label key={code} className="tick">
              <input
                type="checkbox"
                checked={draft.places.includes(code)}
                onChange={(event) =>
                  set({
                    places: PLACES.filter((it) => (it === code ? event.target.checked : draft.places.includes(it))),
                  })
                }
              />
              {t(`console-request-place-${code}`)}
            </label>
          ))}
        </div>
        {wrongWith(save.error, 'places') && <span className="wrong">{wrongWith(save.error, 'places')}</span>}
      </fieldset>
      <div className="filters top">
        <TextField
          label={t('console-category-respond')}
          hint={minutesHint}
          wrong={wrongWith(save.error, 'respond_minutes')}
          inputMode="numeric"
          pattern="[0-9]*"
          value={draft.respond}
          onChange={(event) => set({ respond: event.target.value })}
          maxLength={6}
        />
        <TextField
          label={t('console-category-resolve')}
          hint={minutesHint}
          wrong={wrongWith(save.error, 'resolve_minutes')}
          inputMode="numeric"
          pattern="[0-9]*"
          value={draft.resolve}
          onChange={(event) => set({ resolve: event.target.value })}
          maxLength={6}
        />
      </div>
      <Skill value={draft.skill} wrong={wrongWith(save.error, 'skill')} onChange={(skill) => set({ skill })} />
      <fieldset className="plain stack tight">
        <legend className="label">{t('console-category-evidence')}</legend>
        {(
          [
            ['photoBefore', 'console-category-photo-before'],
            ['photoAfter', 'console-category-photo-after'],
            ['shared', 'console-category-shared'],
          ] as const
        ).map(([field, label]) => (
          <label key={field} className="tick">
            <input
              type="checkbox"
              checked={draft[field]}
              onChange={(event) => set({ [field]: event.target.checked })}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      <AreaField
        label={t('console-request-checklist')}
        hint={t('console-category-checklist-hint')}
        wrong={wrongWith(save.error, 'checklist')}
        value={draft.checklist}
        onChange={(event) => set({ checklist: event.target.value })}
        rows={4}
      />
      <AreaField
        label={t('console-category-keywords')}
        hint={t('console-category-keywords-hint')}
        wrong={wrongWith(save.error, 'keywords')}
        value={draft.keywords}
        onChange={(event) => set({ keywords: event.target.value })}
        rows={2}
      />
      <ErrorNote error={save.error} fields={FIELDS} />
      <div className="row end">
        <button type="button" className="button" onClick={onClose}>
          {t('console-cancel')}
        </button>
        <button type="submit" className="button primary" disabled={save.isPending}>
          {t('console-save')}
        </button>
      </div>
    </form>
  );
}

/** The org's skills are offered; another word is one too. */
function Skill({
  value,
  wrong,
  onChange,
}: {
  value: string;
  wrong: string | undefined;
  onChange: (skill: string) => void;
}) {
  const t = useT();
  const skills = useQuery({ queryKey: ['skills'], queryFn: async () => (await api.GET('/api/v1/skills')).data!.items });
  return (
    <>
      <TextField
        label={t('console-category-skill')}
        hint={t('console-category-skill-hint')}
        wrong={wrong}
        list="skills"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={60}
      />
      <datalist id="skills">
        {skills.data?.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
