/** What the forms of a house and of a flat have in common: what is typed, saving, and taking it off the register. */
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { useT } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';

interface Props {
  title: string;
  /** The fields that show what is wrong with them. */
  fields: readonly string[];
  save: UseMutationResult<unknown, unknown, void>;
  canSave?: boolean;
  /** Nothing while something is still in it. */
  archive: (() => Promise<unknown>) | undefined;
  archiveHint: string;
  children: ReactNode;
}

export function EditForm({ title, fields, save, canSave = true, archive, archiveHint, children }: Props) {
  const t = useT();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{title}</h2>
      {children}
      <ErrorNote error={save.error} fields={fields} />
      <div className="row stays">
        <button type="submit" className="button primary" disabled={save.isPending || !canSave}>
          {t('console-save')}
        </button>
        {archive && (
          <button type="button" className="button danger" onClick={() => setRemoving(true)}>
            {t('console-archive')}
          </button>
        )}
      </div>
      {isRemoving && archive && (
        <Confirm
          title={t('console-archive')}
          deed={t('console-archive')}
          onYes={archive}
          onClose={() => setRemoving(false)}
        >
          {archiveHint}
        </Confirm>
      )}
    </form>
  );
}
