/** The mini-app: signs in with what Telegram gave, then shows the person's pages. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router';

import { problemOf } from '../api/problem';
import { me } from '../api/queries';
import { useMay } from '../api/rights';
import { Home } from '../features/home/Home';
import { IncidentPage, Now } from '../features/incidents/Incidents';
import { Invites } from '../features/invites/Invites';
import { Handover } from '../features/members/Handover';
import { MemberPage } from '../features/members/Member';
import { Members } from '../features/members/Members';
import { BuildingPage } from '../features/property/Building';
import { Buildings } from '../features/property/Buildings';
import { UnitPage } from '../features/property/Unit';
import { Units } from '../features/property/UnitList';
import { Preferences } from '../features/notifications/Preferences';
import { FileRequest } from '../features/requests/NewRequest';
import { RequestList } from '../features/requests/Requests';
import { RequestPage } from '../features/requests/RequestView';
import { Sessions } from '../features/sessions/Sessions';
import { Shifts } from '../features/shifts/Shifts';
import { Skills } from '../features/skills/Skills';
import { useT } from '../texts/Texts';
import { useOwnLanguage } from '../texts/useOwnLanguage';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Loaded';
import { Bearer } from './bearer';
import { Page, type Tab } from './Page';
import type { Launch } from './telegram';

export function App({ launch }: { launch: Launch | null }) {
  return launch ? <Opened launch={launch} /> : <Elsewhere />;
}

/** The page in a browser: who that is, only Telegram can say. */
function Elsewhere() {
  const t = useT();
  return (
    <main className="app stack">
      <h1>Kontora</h1>
      <div className="card">
        <Empty title={t('miniapp-elsewhere')}>
          <p>{t('miniapp-elsewhere-hint')}</p>
          <p>
            <a href="/console/">{t('miniapp-to-console')}</a>
          </p>
        </Empty>
      </div>
    </main>
  );
}

function Opened({ launch }: { launch: Launch }) {
  const [hasEnded, setEnded] = useState(false);
  const [bearer] = useState(() => new Bearer(launch, () => setEnded(true)));
  const session = useQuery({ queryKey: ['session'], queryFn: () => bearer.signIn(), staleTime: Infinity });
  if (hasEnded || problemOf(session.error).status === 401) return <Ended />;
  return <Loaded query={session}>{() => <Known />}</Loaded>;
}

/** Every page needs to know who the person is here. */
function Known() {
  return <Loaded query={useQuery(me)}>{() => <Pages />}</Loaded>;
}

function Pages() {
  const t = useT();
  useOwnLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const tabs: Tab[] = [
    { to: '/', icon: 'home', label: t('miniapp-home') },
    ...(may('requests.read') ? [{ to: '/requests', icon: 'inbox', label: t('console-requests') } as const] : []),
    ...(may('property.read') ? [{ to: '/units', icon: 'door', label: t('console-units') } as const] : []),
    ...(may('members.read') ? [{ to: '/members', icon: 'people', label: t('console-members') } as const] : []),
    ...(may('shifts.read') ? [{ to: '/shifts', icon: 'clock', label: t('console-shifts') } as const] : []),
  ];
  // What does not fit is on the first page too.
  if (tabs.length < 4) tabs.push({ to: '/sessions', icon: 'device', label: t('console-sessions') });
  return (
    <Page tabs={tabs}>
      <Handover />
      <Routes>
        <Route
          path="/"
          element={
            <>
              <Now />
              <Home />
            </>
          }
        />
        <Route path="/incidents/:id" element={<IncidentPage />} />
        <Route path="/requests" element={<RequestList />} />
        <Route path="/requests/new" element={<FileRequest />} />
        <Route path="/requests/:id" element={<RequestPage onOpen={(id) => void navigate(`/requests/${id}`)} />} />
        <Route path="/notifications" element={<Preferences />} />
        <Route path="/units" element={<Units />} />
        <Route path="/units/:id" element={<UnitPage />} />
        <Route path="/buildings" element={<Buildings />} />
        <Route path="/buildings/:id" element={<BuildingPage />} />
        <Route path="/members" element={<Members />} />
        <Route path="/members/invites" element={<Invites />} />
        <Route path="/members/:id" element={<MemberPage />} />
        <Route path="/shifts" element={<Shifts />} />
        <Route path="/skills" element={<Skills />} />
        <Route
          path="/sessions"
          element={
            <>
              <h1>{t('console-sessions')}</h1>
              <Sessions />
            </>
          }
        />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Page>
  );
}

/** Telegram's word is good for an hour, and a session that was ended does not come back by itself. */
function Ended() {
  const t = useT();
  return (
    <main className="app stack">
      <div className="card">
        <Empty title={t('miniapp-ended')}>
          <p>{t('miniapp-ended-hint')}</p>
        </Empty>
      </div>
    </main>
  );
}
