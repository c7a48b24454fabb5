/** A page of the mini-app with the tabs under it. On every page but the first, Telegram shows its back button. */
import { type ReactNode, useEffect } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';

import { Icon, type IconName } from '../ui/Icon';
import { on, post } from './telegram';

export interface Tab {
  to: string;
  icon: IconName;
  label: string;
}

/** Where «back» leads: from one request to the requests, from a list to the first page. */
function above(pathname: string): string {
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/';
}

export function Page({ tabs, children }: { tabs: readonly Tab[]; children: ReactNode }) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    post('web_app_setup_back_button', { is_visible: pathname !== '/' });
    on('back_button_pressed', () => void navigate(above(pathname)));
    window.scrollTo(0, 0);
  }, [pathname, navigate]);
  return (
    <>
      <main className="app stack">{children}</main>
      {tabs.length > 1 && (
        <nav className={tabs.length > 4 ? 'tabs many' : 'tabs'}>
          {tabs.map(({ to, icon, label }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              <Icon name={icon} />
              {label}
            </NavLink>
          ))}
        </nav>
      )}
    </>
  );
}
