/** Where the mini-app begins: who the person is here, and what is theirs to do. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { me } from '../../api/queries';
import { useMay } from '../../api/rights';
import { roleText } from '../../texts/roles';
import { useT } from '../../texts/Texts';
import { Icon } from '../../ui/Icon';
import { Loaded } from '../../ui/Loaded';
import { initials, titleFor } from './title';

export function Home() {
  const t = useT();
  const may = useMay();
  return (
    <Loaded query={useQuery(me)}>
      {({ name, role }) => (
        <>
          <h1>{t(titleFor(role))}</h1>
          <div className="card row">
            <span className="avatar" aria-hidden="true">
              {initials(name)}
            </span>
            <div className="grow">
              <strong>{name}</strong>
              <div className="muted">{t(roleText(role ?? 'resident'))}</div>
            </div>
          </div>
          <p className="note">{t(role ? 'miniapp-home-staff' : 'miniapp-home-resident')}</p>
          <nav className="card flush">
            {may('requests.read') && (
              <Link className="entry" to={role ? '/requests?assignee=me' : '/requests'}>
                <Icon name="inbox" />
                <span className="grow">{t('miniapp-my-requests')}</span>
              </Link>
            )}
            {!role && may('requests.create') && (
              <Link className="entry" to="/requests/new">
                <Icon name="tool" />
                <span className="grow">{t('miniapp-file-title')}</span>
              </Link>
            )}
            <Link className="entry" to="/notifications">
              <Icon name="sound" />
              <span className="grow">{t('console-notifications')}</span>
            </Link>
            <Link className="entry" to="/sessions">
              <Icon name="device" />
              <span className="grow">{t('console-sessions')}</span>
            </Link>
          </nav>
        </>
      )}
    </Loaded>
  );
}
