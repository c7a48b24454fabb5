/** What a person writes of a webhook, new or known: its name, where it is told, and of what. */
import { useT } from '../../texts/Texts';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField, wrongWith } from '../../ui/Field';
import { Events, type Told } from './parts';

export function Fields({ told, error, onChange }: { told: Told; error: unknown; onChange: (told: Told) => void }) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('console-webhook-name')}
        hint={t('console-webhook-name-hint')}
        wrong={wrongWith(error, 'name')}
        value={told.name}
        onChange={(event) => onChange({ ...told, name: event.target.value })}
        maxLength={100}
        required
      />
      <TextField
        label={t('console-webhook-url')}
        hint={t('console-webhook-url-hint')}
        wrong={wrongWith(error, 'url')}
        type="url"
        value={told.url}
        onChange={(event) => onChange({ ...told, url: event.target.value })}
        maxLength={2000}
        required
      />
      <Events chosen={told.events} onChange={(events) => onChange({ ...told, events })} />
      <ErrorNote error={error} fields={['name', 'url']} />
    </>
  );
}
