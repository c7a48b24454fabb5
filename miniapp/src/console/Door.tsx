/** Before anybody is signed in: the ways in. Whichever address was asked for, it is shown after. */
import { useState } from 'react';
import { Route, Routes, useLocation, useNavigate } from 'react-router';

import { BotSignIn } from '../features/sign_in/BotSignIn';
import { ConfirmEmail } from '../features/sign_in/ConfirmEmail';
import { Forgot } from '../features/sign_in/Forgot';
import { Register } from '../features/sign_in/Register';
import { Reset } from '../features/sign_in/Reset';
import { SignIn } from '../features/sign_in/SignIn';
import { TelegramSignIn } from '../features/sign_in/TelegramSignIn';
import { Languages } from '../ui/Languages';

/** The ways in have addresses of their own; any other is what was asked for. */
const WAYS: readonly string[] = ['/register', '/bot', '/telegram', '/forgot', '/reset'];

export function Door({ onEnter }: { onEnter: () => void }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [asked] = useState(() => (WAYS.includes(pathname) ? '/' : pathname + search));
  const begin = () => {
    void navigate(asked, { replace: true });
    onEnter();
  };
  return (
    <main className="door stack">
      <div className="row apart">
        <h1>Kontora</h1>
        <div>
          <Languages />
        </div>
      </div>
      <Routes>
        <Route path="/register" element={<Register onEnter={begin} />} />
        <Route path="/bot" element={<BotSignIn onEnter={begin} />} />
        <Route path="/telegram" element={<TelegramSignIn onEnter={begin} />} />
        <Route path="/confirm" element={<ConfirmEmail />} />
        <Route path="/forgot" element={<Forgot />} />
        <Route path="/reset" element={<Reset key={pathname} />} />
        <Route path="*" element={<SignIn onEnter={onEnter} />} />
      </Routes>
    </main>
  );
}
