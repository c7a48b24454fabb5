/** The browser of this machine: the one that `CHROMIUM` names, otherwise the first that is installed. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts it with more flags than the usual ones. */
export function launch(...flags) {
  return chromium.launch({
    executablePath: program(),
    args: [...FLAGS, ...flags],
  });
}

function program() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const places = process.env.PATH.split(delimiter);
  const found = NAMES.flatMap((name) => places.map((place) => join(place, name))).find((path) => existsSync(path));
  assert.ok(found, `none of ${NAMES.join(', ')} is installed: install one, or name one in CHROMIUM`);
  return found;
}
