/** What the person may do in this org, and why: the role, the filter, the setting that it comes from. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../api/client';
import { rights } from '../../api/rights';
import { useT } from '../../texts/Texts';
import { Loaded } from '../../ui/Loaded';
import { byResource, permissionText, word } from '../../api/grants';

export function MyRights() {
  const t = useT();
  const mine = useQuery(rights);
  return (
    <div className="stack">
      <h1>{t('console-my-rights')}</h1>
      <p className="muted">{t('console-my-rights-hint')}</p>
      <Loaded query={mine}>
        {({ permissions }) =>
          byResource(granted(permissions)).map(([resource, group]) => (
            <section key={resource} className="card stack tight">
              <h2>{t(word('resource', resource))}</h2>
              {group.map(({ code, action, scope }) => (
                <Right key={code} code={code} action={action} scope={scope} />
              ))}
            </section>
          ))
        }
      </Loaded>
    </div>
  );
}

interface Granted {
  code: string;
  resource: string;
  action: string;
  scope: string;
}

function granted(permissions: Readonly<Record<string, string>>): Granted[] {
  return Object.entries(permissions).map(([code, scope]) => {
    const [resource = '', action = ''] = code.split('.');
    return { code, resource, action, scope };
  });
}

function Right({ code, action, scope }: Omit<Granted, 'resource'>) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <div className="row apart">
        <span className="grow">
          {t(word('action', action))} <span className="tag">{t(word('scope', scope))}</span>
        </span>
        <button
          type="button"
          className="button quiet small"
          aria-expanded={isOpen}
          aria-label={t('console-why-of', { permission: permissionText(t, code) })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('console-why')}
        </button>
      </div>
      {isOpen && <Why permission={code} />}
    </div>
  );
}

function Why({ permission }: { permission: string }) {
  const why = useQuery({
    queryKey: ['explain', permission],
    queryFn: async () => (await api.GET('/api/v1/access/explain', { params: { query: { permission } } })).data!,
  });
  return (
    <Loaded query={why}>
      {({ sentences }) => (
        <p className="note small" role="status">
          {sentences.join(' ')}
        </p>
      )}
    </Loaded>
  );
}
