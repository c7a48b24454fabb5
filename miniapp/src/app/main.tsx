import '../ui/ui.css';
import './app.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';

import { questions } from '../api/queries';
import { Texts } from '../texts/Texts';
import { followSystem } from '../ui/scheme';
import { Toasts } from '../ui/Toasts';
import { App } from './App';
import { greet, launched, paint } from './telegram';

const launch = launched();
if (launch) paint(launch.theme);
if (!launch?.theme.bg_color) followSystem();
greet();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={questions()}>
      <Texts told={launch?.language}>
        <Toasts>
          <BrowserRouter basename="/app">
            <App launch={launch} />
          </BrowserRouter>
        </Toasts>
      </Texts>
    </QueryClientProvider>
  </StrictMode>,
);
