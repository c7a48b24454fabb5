/** What went wrong and what to do about it. Fields that a form shows beside themselves are not told twice. */
import { problemOf } from '../api/problem';
import { useT } from '../texts/Texts';

interface Props {
  error: unknown;
  again?: (() => void) | undefined;
  /** The fields that the form around it has. */
  fields?: readonly string[];
}

export function ErrorNote({ error, again, fields = [] }: Props) {
  const t = useT();
  if (!error) return null;
  const problem = problemOf(error);
  const elsewhere = [...problem.fields].filter(([field]) => !fields.includes(field));
  if (problem.fields.size > 0 && elsewhere.length === 0) return null;
  const words = {
    offline: t('console-offline'),
    unreadable: t('console-unreadable'),
  }[problem.code];
  return (
    <div className="note bad stack tight" role="alert">
      <strong>{words ?? (problem.message || t('console-unreadable'))}</strong>
      {elsewhere.map(([field, message]) => (
        <span key={field}>{message}</span>
      ))}
      {problem.retryAfter !== undefined && <span>{t('console-retry-after', { seconds: problem.retryAfter })}</span>}
      {problem.incident && <span>{t('console-incident', { code: problem.incident })}</span>}
      {again && (
        <span>
          <button type="button" className="button small" onClick={again}>
            {t('console-again')}
          </button>
        </span>
      )}
    </div>
  );
}
