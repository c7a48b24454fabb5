/** What the work has to show: the checklist, photos, materials, and a price that the resident agrees to. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { problemOf } from '../../api/problem';
import type { components } from '../../api/schema';
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Attach, Gallery, idsOf, useFiles } from './Photos';
import { useEyes, useRefresh } from './queries';
import { isAtWork, isMine, reaches, type Request } from './rules';
import { sumOf, sumText } from './words';

const STAGES = ['before', 'after'] as const;

type Shown = components['schemas']['RequestEvidence'];

export function Evidence({ request }: { request: Request }) {
  const t = useT();
  const eyes = useEyes();
  const query = useQuery({
    queryKey: ['requests', 'evidence', request.id],
    queryFn: async () =>
      (await api.GET('/api/v1/requests/{id}/evidence', { params: { path: { id: request.id } } })).data!,
  });
  const shown = query.data;
  const canWork = isAtWork(request.status) && reaches(eyes, request, 'requests.complete');
  const files = useFiles(request.id, true);
  const photos = shown ? shown.photos_before + shown.photos_after : 0;
  const isEmpty = !shown || (shown.steps.length === 0 && shown.materials.length === 0 && photos === 0);
  if (isEmpty && !canWork && !request.price) return <ErrorNote error={query.error} />;
  return (
    <section className="card stack">
      <h2>{t('console-request-work')}</h2>
      <ErrorNote error={query.error} />
      {shown && shown.steps.length > 0 && <Steps request={request} shown={shown} canWork={canWork} />}
      {photos > 0 && (
        <p className="small">
          {t('console-request-photos', { before: shown!.photos_before, after: shown!.photos_after })}
        </p>
      )}
      {STAGES.map((stage) => (
        <Gallery
          key={stage}
          title={t(`console-request-photos-${stage}`)}
          files={files.filter((file) => file.stage === stage)}
        />
      ))}
      {shown && shown.materials.length > 0 && <Materials request={request} shown={shown} canWork={canWork} />}
      <Price request={request} canAnswer={isMine(eyes, request) && 'requests.accept' in eyes.granted} />
      {canWork && <NewPhotos request={request} />}
      {canWork && (
        <details className="unfolds">
          <summary>{t('console-request-materials-and-price')}</summary>
          <div className="stack">
            <NewMaterial request={request} />
            <NewPrice request={request} />
          </div>
        </details>
      )}
    </section>
  );
}

interface PartProps {
  request: Request;
  shown: Shown;
  canWork: boolean;
}

/** Photos that were uploaded are the work's with one more tap: before it, or after. */
function NewPhotos({ request }: { request: Request }) {
  const t = useT();
  const refresh = useRefresh();
  const [files, setFiles] = useState<Parameters<typeof Attach>[0]['files']>([]);
  const add = useMutation({
    mutationFn: (stage: string) =>
      api.POST('/api/v1/requests/{id}/photos', {
        params: { path: { id: request.id } },
        body: { stage, file_ids: idsOf(files) },
      }),
    onSuccess: async () => {
      setFiles([]);
      await refresh();
    },
  });
  return (
    <div className="stack tight">
      <Attach files={files} onChange={setFiles} label={t('console-request-photos-add')} />
      {files.length > 0 && (
        <div className="verbs">
          {STAGES.map((stage) => (
            <button
              key={stage}
              type="button"
              className="button small"
              disabled={add.isPending}
              onClick={() => add.mutate(stage)}
            >
              {t(`console-request-photos-${stage}`)}
            </button>
          ))}
        </div>
      )}
      <ErrorNote error={add.error} />
    </div>
  );
}

function Steps({ request, shown, canWork }: PartProps) {
  const t = useT();
  const refresh = useRefresh();
  const toggle = useMutation({
    mutationFn: (position: number) =>
      api.POST('/api/v1/requests/{id}/toggle-step', { params: { path: { id: request.id } }, body: { position } }),
    onSettled: refresh,
  });
  return (
    <fieldset className="plain stack tight">
      <legend className="muted small">{t('console-request-checklist')}</legend>
      {shown.steps.map(({ position, words, done }) => (
        <label key={position} className="tick">
          <input
            type="checkbox"
            checked={done}
            disabled={!canWork || toggle.isPending}
            onChange={() => toggle.mutate(position)}
          />
          {words}
        </label>
      ))}
      <ErrorNote error={toggle.error} />
    </fieldset>
  );
}

function Materials({ request, shown, canWork }: PartProps) {
  const t = useT();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: (material_id: string) =>
      api.POST('/api/v1/requests/{id}/remove-material', {
        params: { path: { id: request.id } },
        body: { material_id },
      }),
    onSettled: refresh,
  });
  const total = shown.materials.reduce((sum, { cost }) => sum + cost, 0);
  return (
    <div className="stack tight">
      <span className="muted small">{t('console-request-materials')}</span>
      <ul className="list plain">
        {shown.materials.map(({ id, name, quantity, cost }) => (
          <li key={id} className="row apart">
            <span className="grow">
              {name}
              {quantity !== 1000 && <span className="muted"> × {quantity / 1000}</span>}
            </span>
            <span>{sumText(cost)}</span>
            {canWork && (
              <button
                type="button"
                className="button small quiet"
                aria-label={t('console-request-material-remove', { name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(id)}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.materials.length > 1 && <strong>{t('console-request-materials-total', { sum: sumText(total) })}</strong>}
      <ErrorNote error={remove.error} />
    </div>
  );
}

function Price({ request, canAnswer }: { request: Request; canAnswer: boolean }) {
  const t = useT();
  const refresh = useRefresh();
  const { id, price, price_agreed: agreed } = request;
  const answer = useMutation({
    mutationFn: (agrees: boolean) =>
      api.POST('/api/v1/requests/{id}/answer-price', { params: { path: { id } }, body: { price: price!, agrees } }),
    onSettled: refresh,
  });
  if (!price) return null;
  const said = agreed === true ? 'agreed' : 'waits';
  return (
    <div className={`note stack tight ${agreed ? 'good' : 'warn'}`}>
      <strong>{t('console-request-price', { sum: sumText(price) })}</strong>
      <span>{t(`console-request-price-${said}`)}</span>
      {canAnswer && agreed !== true && isAtWork(request.status) && (
        <div className="verbs">
          <button
            type="button"
            className="button primary"
            disabled={answer.isPending}
            onClick={() => answer.mutate(true)}
          >
            {t('console-request-price-yes')}
          </button>
          <button type="button" className="button" disabled={answer.isPending} onClick={() => answer.mutate(false)}>
            {t('console-request-price-no')}
          </button>
        </div>
      )}
      <ErrorNote error={answer.error} />
    </div>
  );
}

function NewMaterial({ request }: { request: Request }) {
  const t = useT();
  const refresh = useRefresh();
  const [name, setName] = useState('');
  const [typed, setTyped] = useState('');
  const cost = sumOf(typed);
  const add = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/requests/{id}/materials', {
        params: { path: { id: request.id } },
        body: { name: name.trim(), quantity: 1000, cost: cost ?? 0 },
      }),
    onSuccess: async () => {
      setName('');
      setTyped('');
      await refresh();
    },
  });
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <div className="filters top">
        <TextField
          label={t('console-request-material')}
          wrong={wrongWith(add.error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={100}
          required
        />
        <TextField
          label={t('console-request-material-cost')}
          wrong={cost === undefined ? t('console-request-sum-wrong') : wrongWith(add.error, 'cost')}
          inputMode="decimal"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={15}
        />
      </div>
      <ErrorNote error={add.error} fields={['name', 'cost']} />
      <div>
        <button type="submit" className="button small" disabled={add.isPending || cost === undefined}>
          {t('console-request-material-add')}
        </button>
      </div>
    </form>
  );
}

function NewPrice({ request }: { request: Request }) {
  const t = useT();
  const refresh = useRefresh();
  const [typed, setTyped] = useState('');
  const price = sumOf(typed);
  const offer = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/requests/{id}/offer-price', {
        params: { path: { id: request.id } },
        body: { price: price ?? 0 },
      }),
    onSuccess: async () => {
      setTyped('');
      await refresh();
    },
    onError: (error) => problemOf(error).status === 409 && void refresh(),
  });
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        offer.mutate();
      }}
    >
      <TextField
        label={t('console-request-price-new')}
        hint={t('console-request-price-hint')}
        wrong={price === undefined ? t('console-request-sum-wrong') : wrongWith(offer.error, 'price')}
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={15}
        required
      />
      <ErrorNote error={offer.error} fields={['price']} />
      <div>
        <button type="submit" className="button small" disabled={offer.isPending || !price}>
          {t('console-request-price-offer')}
        </button>
      </div>
    </form>
  );
}
