/** What the forms before the door have in common: a title, fields, one deed, and the word when it is done. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';

interface Props {
  title: string;
  /** What the form does. */
  mutation: { mutate: () => void; isPending: boolean; error: unknown };
  /** The name of its button. */
  deed: string;
  /** The fields that show by themselves what is wrong with them. */
  fields: readonly string[];
  /** Said in place of the fields when it is done. */
  done?: string | undefined;
  /** Where else to go; to signing in, unless told. */
  footer?: ReactNode;
  children: ReactNode;
}

export function DoorForm({ title, mutation, deed, fields, done, footer, children }: Props) {
  const t = useT();
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate();
      }}
    >
      <h2>{title}</h2>
      {done ? (
        <p className="note good" role="status">
          {done}
        </p>
      ) : (
        <>
          {children}
          <ErrorNote error={mutation.error} fields={fields} />
          <button type="submit" className="button primary wide" disabled={mutation.isPending}>
            {deed}
          </button>
        </>
      )}
      {footer ?? (
        <p>
          <Link to="/">{t('console-to-sign-in')}</Link>
        </p>
      )}
    </form>
  );
}
