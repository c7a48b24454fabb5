/** Which permissions, and on which of the things: a choice for each, grouped by what it is about. */
import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { byResource, choose, type Chosen, permissionText, word } from '../api/grants';
import { useT } from '../texts/Texts';
import { Loaded } from './Loaded';

export function GrantFields({ value, onChange }: { value: Chosen; onChange: (value: Chosen) => void }) {
  const t = useT();
  const permissions = useQuery({
    queryKey: ['permissions'],
    queryFn: async () => (await api.GET('/api/v1/permissions')).data!.items,
    staleTime: Infinity,
  });
  return (
    <Loaded query={permissions}>
      {(items) =>
        byResource(items).map(([resource, group]) => (
          <fieldset key={resource} className="card">
            <legend className="hidden-label">{t(word('resource', resource))}</legend>
            <div className="stack">
              <h2 aria-hidden="true">{t(word('resource', resource))}</h2>
              <div className="grants">
                {group.map(({ code, action, scopes }) => (
                  <Choice
                    key={code}
                    label={t(word('action', action))}
                    title={permissionText(t, code)}
                    scopes={scopes}
                    value={value.get(code) ?? ''}
                    onChoose={(scope) => onChange(choose(value, code, scope))}
                  />
                ))}
              </div>
            </div>
          </fieldset>
        ))
      }
    </Loaded>
  );
}

interface ChoiceProps {
  label: string;
  title: string;
  scopes: readonly string[];
  value: string;
  onChoose: (scope: string) => void;
}

function Choice({ label, title, scopes, value, onChoose }: ChoiceProps) {
  const t = useT();
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <select aria-label={title} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('console-not-granted')}</option>
        {scopes.map((scope) => (
          <option key={scope} value={scope}>
            {t(word('scope', scope))}
          </option>
        ))}
      </select>
    </>
  );
}
