/** A labelled input with its hint and with what is wrong with it, tied together for a screen reader. */
import { type ComponentProps, type ReactNode, useId } from 'react';

import { problemOf } from '../api/problem';

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  wrong?: string | undefined;
}

interface Ties {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

function Labelled({ label, hint, wrong, children }: Around & { children: (ties: Ties) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': !!wrong, 'aria-describedby': described || undefined })}
      {hint && (
        <span className="muted small" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

export function TextField({ label, hint, wrong, ...input }: Around & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(ties) => <input {...input} {...ties} />}
    </Labelled>
  );
}

export function SelectField({ label, hint, wrong, ...select }: Around & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(ties) => <select {...select} {...ties} />}
    </Labelled>
  );
}

export function AreaField({ label, hint, wrong, ...area }: Around & ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(ties) => <textarea {...area} {...ties} />}
    </Labelled>
  );
}

/** What the server found wrong with a field. */
export function wrongWith(error: unknown, field: string): string | undefined {
  return error ? problemOf(error).fields.get(field) : undefined;
}
