/** The roles of the org: those that come with Kontora, and its own. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { word } from '../../api/grants';
import { useMay } from '../../api/rights';
import { roles } from '../../api/roles';
import { useT } from '../../texts/Texts';
import { Empty } from '../../ui/Empty';
import { Loaded } from '../../ui/Loaded';

export function Roles() {
  const t = useT();
  const may = useMay();
  const query = useQuery(roles);
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-roles')}</h1>
        <div className="row">
          <Link className="button" to="/roles/matrix">
            {t('console-roles-matrix')}
          </Link>
          {may('roles.manage') && (
            <Link className="button primary" to="/roles/new">
              {t('console-role-new')}
            </Link>
          )}
        </div>
      </div>
      <Loaded query={query}>
        {({ items, presets }) => (
          <>
            <section className="stack tight">
              <h2>{t('console-roles-own')}</h2>
              <div className="card flush">
                {items.length === 0 && <Empty title={t('console-roles-own-none')}>{t('console-roles-own-hint')}</Empty>}
                <ul className="list">
                  {items.map(({ id, name, members }) => (
                    <li key={id} className="row apart">
                      <Link to={`/roles/${id}`}>{name}</Link>
                      <span className="muted">{t('console-role-members', { count: members })}</span>
                    </li>
                  ))}
                </ul>
              </div>
            </section>
            <section className="stack tight">
              <h2>{t('console-roles-presets')}</h2>
              <ul className="list card flush">
                {presets.map(({ code, grants }) => (
                  <li key={code} className="row apart">
                    <span>{t(word('role', code))}</span>
                    <span className="muted">{t('console-role-grants', { count: grants.length })}</span>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
