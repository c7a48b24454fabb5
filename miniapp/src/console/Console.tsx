/** The console: the door for whoever is not signed in, the shell around the screens for whoever is. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';

import { actAs } from '../api/client';
import { problemOf } from '../api/problem';
import { me } from '../api/queries';
import { Alerts } from '../features/alerts/Alerts';
import { Audit } from '../features/audit/Audit';
import { Reports } from '../features/audit/Reports';
import { Authorize } from '../features/programs/Authorize';
import { NewProgram } from '../features/programs/NewProgram';
import { Program } from '../features/programs/Program';
import { Programs } from '../features/programs/Programs';
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
import { useT } from '../texts/Texts';
import { Loaded } from '../ui/Loaded';
import { cookies } from './cookies';
import { Door } from './Door';
import { Shell } from './Shell';

export function Console() {
  const queries = useQueryClient();
  const { pathname, search } = useLocation();
  const [isOut, setOut] = useState(false);
  useEffect(() => actAs(cookies(() => setOut(true))), []);
  const session = useQuery({ ...me, enabled: !isOut });
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
  return (
    <Loaded query={session}>
      {() => (
        <Shell>
          <Routes>
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
            <Route path="*" element={<Navigate to="/sessions" replace />} />
          </Routes>
        </Shell>
      )}
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
