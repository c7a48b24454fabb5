import '../ui/ui.css';
import './console.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';

import { questions } from '../api/queries';
import { Texts } from '../texts/Texts';
import { followSystem } from '../ui/scheme';
import { Toasts } from '../ui/Toasts';
import { Console } from './Console';

followSystem();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={questions()}>
      <Texts>
        <Toasts>
          <BrowserRouter basename="/console">
            <Console />
          </BrowserRouter>
        </Toasts>
      </Texts>
    </QueryClientProvider>
  </StrictMode>,
);
