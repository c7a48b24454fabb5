/** The console: the door for whoever is not signed in, the shell around the screens for whoever is. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';

import { actAs } from '../api/client';
import { chooseOrg, recallOrg } from '../api/organizations';
import { problemOf } from '../api/problem';
import { me } from '../api/queries';
import { rights } from '../api/rights';
import { Alerts } from '../features/alerts/Alerts';
import { Audit } from '../features/audit/Audit';
import { Reports } from '../features/audit/Reports';
import { Calendars } from '../features/calendars/Calendars';
import { EditCalendar } from '../features/calendars/EditCalendar';
import { Authorize } from '../features/programs/Authorize';
import { NewProgram } from '../features/programs/NewProgram';
import { Program } from '../features/programs/Program';
import { Programs } from '../features/programs/Programs';
import { Categories } from '../features/categories/Categories';
import { IncidentsTable } from '../features/incidents/Incidents';
import { Invites } from '../features/invites/Invites';
import { Join } from '../features/invites/Join';
import { takeInvite, waitingInvite } from '../features/invites/token';
import { MemberPage } from '../features/members/Member';
import { Members } from '../features/members/Members';
import { Elsewhere } from '../features/organizations/Elsewhere';
import { NewOrganization } from '../features/organizations/NewOrganization';
import { Preferences } from '../features/notifications/Preferences';
import { OrganizationPage } from '../features/organizations/Organization';
import { BuildingPage } from '../features/property/Building';
import { Buildings } from '../features/property/Buildings';
import { Residents } from '../features/property/Residents';
import { UnitPage } from '../features/property/Unit';
import { Units } from '../features/property/UnitList';
import { RequestsTable } from '../features/requests/Requests';
import { EditRole } from '../features/roles/EditRole';
import { Matrix } from '../features/roles/Matrix';
import { MyRights } from '../features/roles/MyRights';
import { NewRole } from '../features/roles/NewRole';
import { Roles } from '../features/roles/Roles';
import { Email } from '../features/security/Email';
import { Password } from '../features/security/Password';
import { SecondFactor } from '../features/security/SecondFactor';
import { Sessions } from '../features/sessions/Sessions';
import { ConfirmEmail } from '../features/sign_in/ConfirmEmail';
import { Reset } from '../features/sign_in/Reset';
import { NewWebhook } from '../features/webhooks/NewWebhook';
import { Webhook } from '../features/webhooks/Webhook';
import { Webhooks } from '../features/webhooks/Webhooks';
import { EditTeam } from '../features/teams/EditTeam';
import { Teams } from '../features/teams/Teams';
import { Shifts } from '../features/shifts/Shifts';
import { Skills } from '../features/skills/Skills';
import { useT } from '../texts/Texts';
import { Loaded } from '../ui/Loaded';
import { cookies } from './cookies';
import { Door } from './Door';
import { Shell } from './Shell';

recallOrg();
takeInvite();

/** Answers that say that there is no working in this org: it is not the person's, it is deleted, or there is none. */
const NOWHERE = ['not_found', 'org_deleted', 'organization_missing'];

export function Console() {
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  const [isOut, setOut] = useState(false);
  useEffect(() => actAs(cookies(() => setOut(true))), []);
  const session = useQuery({ ...me, enabled: !isOut });
  const { code } = problemOf(session.error);
  useEffect(() => {
    // The org where they worked last may be theirs no more: then the session's own.
    if (code === 'not_found' && chooseOrg(null)) void queries.resetQueries();
  }, [code, queries]);
  // A mistake of a program's is shown to whoever comes.
  if (pathname === '/authorize' && new URLSearchParams(search).has('wrong')) return <Authorize />;
  if (isOut || problemOf(session.error).status === 401) {
    const enter = () => {
      queries.clear();
      setOut(false);
    };
    return <Door onEnter={enter} />;
  }
  if (pathname === '/authorize') return <Loaded query={session}>{() => <Authorize />}</Loaded>;
  if (session.error && NOWHERE.includes(code)) {
    return (
      <Shell>
        <Routes>
          <Route path="/join" element={<Join />} />
          <Route path="/organizations/new" element={<NewOrganization />} />
          <Route path="/security" element={<MySecurity />} />
          <Route path="/sessions" element={<MySessions />} />
          <Route path="*" element={waitingInvite() ? <Navigate to="/join" replace /> : <Elsewhere />} />
        </Routes>
      </Shell>
    );
  }
  return (
    <Loaded query={session}>
      {() => (
        <Shell>
          <Routes>
            <Route path="/requests" element={<RequestsTable />} />
            <Route path="/incidents" element={<IncidentsTable />} />
            <Route path="/categories" element={<Categories />} />
            <Route path="/notifications" element={<Preferences />} />
            <Route path="/buildings" element={<Buildings />} />
            <Route path="/buildings/:id" element={<BuildingPage />} />
            <Route path="/units" element={<Units />} />
            <Route path="/units/:id" element={<UnitPage />} />
            <Route path="/residents" element={<Residents />} />
            <Route path="/members" element={<Members />} />
            <Route path="/members/invites" element={<Invites />} />
            <Route path="/members/:id" element={<MemberPage canLook />} />
            <Route path="/teams" element={<Teams />} />
            <Route path="/teams/:id" element={<EditTeam />} />
            <Route path="/shifts" element={<Shifts />} />
            <Route path="/skills" element={<Skills />} />
            <Route path="/calendars" element={<Calendars />} />
            <Route path="/calendars/:id" element={<EditCalendar />} />
            <Route path="/organization" element={<OrganizationPage />} />
            <Route path="/organizations" element={<Elsewhere />} />
            <Route path="/organizations/new" element={<NewOrganization />} />
            <Route path="/join" element={<Join />} />
            <Route path="/roles" element={<Roles />} />
            <Route path="/roles/matrix" element={<Matrix />} />
            <Route path="/roles/new" element={<NewRole />} />
            <Route path="/roles/:id" element={<EditRole />} />
            <Route path="/rights" element={<MyRights />} />
            <Route path="/programs" element={<Programs />} />
            <Route path="/programs/new" element={<NewProgram />} />
            <Route path="/programs/:id" element={<Program />} />
            <Route path="/alerts" element={<Alerts />} />
            <Route path="/audit" element={<Audit />} />
            <Route path="/audit/reports" element={<Reports />} />
            <Route path="/webhooks" element={<Webhooks />} />
            <Route path="/webhooks/new" element={<NewWebhook />} />
            <Route path="/webhooks/:id" element={<Webhook />} />
            <Route path="/sessions" element={<MySessions />} />
            <Route path="/security" element={<MySecurity />} />
            <Route path="/confirm" element={<ConfirmEmail />} />
            <Route path="/reset" element={<Reset />} />
            <Route path="*" element={<Beginning />} />
          </Routes>
        </Shell>
      )}
    </Loaded>
  );
}

/** Where one begins: at the requests, for whoever may see them. */
function Beginning() {
  const query = useQuery(rights);
  if (waitingInvite()) return <Navigate to="/join" replace />;
  return (
    <Loaded query={query}>
      {({ permissions }) => <Navigate to={permissions['requests.read'] ? '/requests' : '/sessions'} replace />}
    </Loaded>
  );
}

function MySecurity() {
  const t = useT();
  return (
    <div className="stack">
      <h1>{t('console-security')}</h1>
      <Email />
      <Password />
      <SecondFactor />
    </div>
  );
}

function MySessions() {
  const t = useT();
  return (
    <div className="stack">
      <h1>{t('console-sessions')}</h1>
      <Sessions />
    </div>
  );
}
