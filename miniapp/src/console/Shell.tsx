/** What surrounds every screen: the menu of what this person may open, their name, the way out. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';

import { api } from '../api/client';
import { me } from '../api/queries';
import { useMay } from '../api/rights';
import { Handover } from '../features/members/Handover';
import { Switcher } from '../features/organizations/Switcher';
import { useT } from '../texts/Texts';
import { useOwnLanguage } from '../texts/useOwnLanguage';
import { Icon, type IconName } from '../ui/Icon';
import { Languages } from '../ui/Languages';
import { Eyes } from './Eyes';

interface Entry {
  to: string;
  icon: IconName;
  label: string;
  /** The right that opens it; what has none is everybody's. */
  needs?: string;
}

const ENTRIES: readonly Entry[] = [
  { to: '/requests', icon: 'inbox', label: 'console-requests', needs: 'requests.read' },
  { to: '/incidents', icon: 'alarm', label: 'console-incidents', needs: 'requests.read' },
  { to: '/buildings', icon: 'home', label: 'console-buildings', needs: 'property.read' },
  { to: '/units', icon: 'door', label: 'console-units', needs: 'property.read' },
  { to: '/residents', icon: 'person', label: 'console-residents', needs: 'residents.read' },
  { to: '/members', icon: 'people', label: 'console-members', needs: 'members.read' },
  { to: '/teams', icon: 'team', label: 'console-teams', needs: 'teams.read' },
  { to: '/shifts', icon: 'clock', label: 'console-shifts', needs: 'shifts.read' },
  { to: '/skills', icon: 'tool', label: 'console-skills', needs: 'shifts.read' },
  { to: '/calendars', icon: 'calendar', label: 'console-calendars', needs: 'settings.read' },
  { to: '/categories', icon: 'tree', label: 'console-categories', needs: 'settings.read' },
  { to: '/roles', icon: 'shield', label: 'console-roles', needs: 'roles.read' },
  { to: '/programs', icon: 'plug', label: 'console-programs', needs: 'service_accounts.read' },
  { to: '/webhooks', icon: 'hook', label: 'console-webhooks', needs: 'webhooks.read' },
  { to: '/alerts', icon: 'bell', label: 'console-alerts', needs: 'audit.read' },
  { to: '/audit', icon: 'log', label: 'console-audit', needs: 'audit.read' },
  { to: '/organization', icon: 'settings', label: 'console-organization', needs: 'members.read' },
  { to: '/notifications', icon: 'sound', label: 'console-notifications' },
  { to: '/rights', icon: 'tick', label: 'console-my-rights' },
  { to: '/sessions', icon: 'device', label: 'console-sessions' },
  { to: '/security', icon: 'key', label: 'console-security' },
];

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const may = useMay();
  useOwnLanguage();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  const isOpen = openAt === pathname;
  const who = useQuery(me).data;
  const signOut = useMutation({
    mutationFn: () => api.POST('/api/v1/auth/logout', { body: {} }),
    onSettled: () => location.assign('/console/'),
  });
  return (
    <div className="shell">
      <header className="topbar">
        <strong>Kontora</strong>
        <button
          type="button"
          className="button small"
          aria-expanded={isOpen}
          onClick={() => setOpenAt(isOpen ? undefined : pathname)}
        >
          <Icon name="menu" /> {t('console-menu')}
        </button>
      </header>
      <aside className={isOpen ? 'side open' : 'side'}>
        <div className="brand">Kontora</div>
        <Switcher />
        <nav aria-label={t('console-menu')}>
          {ENTRIES.filter(({ needs }) => !needs || may(needs)).map(({ to, icon, label }) => (
            <NavLink key={to} to={to} onClick={() => setOpenAt(undefined)}>
              <Icon name={icon} />
              {t(label)}
            </NavLink>
          ))}
        </nav>
        <div className="foot stack tight">
          <strong>{who?.name}</strong>
          <Languages />
          <button type="button" className="button small" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('console-sign-out')}
          </button>
        </div>
      </aside>
      <main className="page">
        <Eyes />
        <Handover />
        {children}
      </main>
    </div>
  );
}
