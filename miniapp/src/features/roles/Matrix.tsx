/** Who may do what: every role across, every permission down. */
import { useQuery } from '@tanstack/react-query';

import { api } from '../../api/client';
import { permissionText, word } from '../../api/grants';
import { useT } from '../../texts/Texts';
import { Loaded } from '../../ui/Loaded';

export function Matrix() {
  const t = useT();
  const query = useQuery({
    queryKey: ['roles', 'matrix'],
    queryFn: async () => (await api.GET('/api/v1/roles/matrix')).data!,
  });
  return (
    <div className="stack">
      <h1>{t('console-roles-matrix')}</h1>
      <p className="muted">{t('console-roles-matrix-hint')}</p>
      <Loaded query={query}>
        {({ columns, rows }) => (
          // A frame that scrolls has to be reached by the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className="card flush matrix-frame" role="region" aria-label={t('console-roles-matrix')} tabIndex={0}>
            <table className="matrix">
              <thead>
                <tr>
                  <th scope="col">{t('console-permission')}</th>
                  {columns.map((column) => (
                    <th scope="col" key={column.role ?? column.custom_role_id}>
                      {column.role ? t(word('role', column.role)) : column.name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ permission, scopes }) => (
                  <tr key={permission}>
                    <th scope="row">{permissionText(t, permission)}</th>
                    {scopes.map((scope, at) => (
                      <td key={columns[at]!.role ?? columns[at]!.custom_role_id}>
                        {scope ? t(word('scope', scope)) : <span className="muted">—</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </div>
  );
}
