/** Two pages, `/app/` and `/console/`, that share what lies in `/assets/`. `KONTORA` is the server behind `npm run dev`. */
import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.KONTORA ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  appType: 'mpa',
  build: {
    // The server's policy has no `data:`: whatever is drawn is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        app: resolve(import.meta.dirname, 'app/index.html'),
        console: resolve(import.meta.dirname, 'console/index.html'),
      },
    },
  },
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': { target: server, ws: true }, '/oauth': { target: server } },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
