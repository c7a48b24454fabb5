/** Files of a request: thumbnails that open large, and a button that uploads more. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { api } from '../../api/client';
import type { components } from '../../api/schema';
import { useT } from '../../texts/Texts';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';

type RequestFile = components['schemas']['RequestFile'];
type Uploaded = components['schemas']['File'];

/** Addresses last five minutes at least; until then they are asked for again. */
const AGAIN = 240_000;
/** What the server takes. */
const TYPES = 'image/jpeg,image/png,image/webp,image/heic,video/mp4,application/pdf';
/** The most files of one word or request. */
const MOST = 20;

/** The files of a request; those that `belong` to a part of the page are shown there. */
export function useFiles(request: string, enabled: boolean): readonly RequestFile[] {
  const query = useQuery({
    queryKey: ['requests', 'files', request],
    queryFn: async () =>
      (await api.GET('/api/v1/requests/{id}/files', { params: { path: { id: request } } })).data!.items,
    refetchInterval: AGAIN,
    enabled,
  });
  return query.data ?? [];
}

/** Sends a file; the answer says what it was taken for. */
async function upload(file: File): Promise<Uploaded> {
  const form = new FormData();
  form.set('file', file);
  const sent = await api.POST('/api/v1/files', { body: { file: '' }, bodySerializer: () => form });
  return sent.data!;
}

export function Gallery({ files, title }: { files: readonly Uploaded[]; title?: string }) {
  const t = useT();
  const [open, setOpen] = useState<Uploaded>();
  if (files.length === 0) return null;
  return (
    <div className="stack tight">
      {title && <span className="muted small">{title}</span>}
      <ul className="thumbs">
        {files.map((file) => (
          <li key={file.id}>
            <Thumb file={file} onOpen={() => setOpen(file)} />
          </li>
        ))}
      </ul>
      {open?.address && (
        <Dialog title={open.name ?? t('console-request-photo')} onClose={() => setOpen(undefined)}>
          <img className="large" src={open.address} alt={open.name ?? t('console-request-photo')} />
          <div className="row end">
            <button type="button" className="button" onClick={() => setOpen(undefined)}>
              {t('console-close')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function Thumb({ file, onOpen }: { file: Uploaded; onOpen: () => void }) {
  const t = useT();
  const type = file.media_type ?? '';
  const name = file.name ?? t('console-request-file-one');
  if (!file.address) {
    return (
      <span className="muted small">{t(`console-request-file-${file.state === 'awaited' ? 'awaited' : 'gone'}`)}</span>
    );
  }
  if (type.startsWith('image/') && type !== 'image/heif') {
    return (
      <button type="button" className="thumb" onClick={onOpen}>
        <img src={file.address} alt={name} loading="lazy" />
      </button>
    );
  }
  /* eslint-disable jsx-a11y/media-has-caption -- what somebody filmed has none */
  if (type.startsWith('video/')) return <video className="thumb" src={file.address} controls preload="metadata" />;
  if (type.startsWith('audio/')) return <audio src={file.address} controls preload="none" />;
  /* eslint-enable jsx-a11y/media-has-caption */
  return (
    <a href={file.address} target="_blank" rel="noreferrer">
      📎 {name}
    </a>
  );
}

interface AttachProps {
  files: readonly Uploaded[];
  onChange: (files: readonly Uploaded[]) => void;
  label?: ReactNode;
}

/** Chooses files, or takes a photo on a phone, and uploads them at once. */
export function Attach({ files, onChange, label }: AttachProps) {
  const t = useT();
  const send = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      let all = files;
      for (const file of chosen.slice(0, MOST - files.length)) {
        all = [...all, await upload(file)];
        onChange(all);
      }
    },
  });
  return (
    <div className="stack tight">
      <div className="row">
        <label className="button small">
          📷 {label ?? t('console-request-attach')}
          <input
            type="file"
            className="hidden-label"
            accept={TYPES}
            multiple
            disabled={send.isPending || files.length >= MOST}
            onChange={({ currentTarget }) => {
              send.mutate([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
        </label>
        {send.isPending && <span className="muted small">{t('console-request-uploading')}</span>}
      </div>
      {files.length > 0 && (
        <ul className="thumbs">
          {files.map((file) => (
            <li key={file.id}>
              <Thumb file={file} onOpen={() => undefined} />
              <button
                type="button"
                className="button small quiet"
                aria-label={t('console-request-detach', { name: file.name ?? '' })}
                onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <ErrorNote error={send.error} />
    </div>
  );
}

/** What a request or a word takes. */
export function idsOf(files: readonly { id: string }[]): string[] {
  return files.map(({ id }) => id);
}
