/** Every text that a screen asks for is there, in every language, and every text of the pages is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from '@fluent/syntax';
import { describe, expect, test } from 'vitest';

import { bundle, format, LANGS } from './bundle';

const ROOT = join(import.meta.dirname, '../../..');
const FILES = ['access', 'alerts', 'console', 'miniapp', 'notifications'];
/** Files that only the pages use. */
const OURS = ['console', 'miniapp'];

const text = (lang: string, file: string) => readFileSync(join(ROOT, 'locales', lang, `${file}.ftl`), 'utf8');

function idsOf(lang: string, files: readonly string[]): string[] {
  const entries = files.flatMap((file) => parse(text(lang, file), {}).body);
  return entries.flatMap((entry) => (entry.type === 'Message' ? [entry.id.name] : []));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const code = sources(join(ROOT, 'miniapp/src'));
/** Whatever looks like an id, whole or as the beginning of one: `console-x` and `console-x-${…}`. */
const found = code.flatMap((source) => [...source.matchAll(/['"`]((?:console|miniapp)-[a-z0-9-]*)(\$\{)?/gu)]);
const whole = new Set(found.filter(([, , more]) => !more).map(([, id]) => id!));
const beginnings = [...new Set(found.filter(([, , more]) => more).map(([, id]) => id!))];

describe.each(LANGS)('%s', (lang) => {
  const ids = idsOf(lang, FILES);

  test('has every text that is asked for', () => {
    expect([...whole].filter((id) => !ids.includes(id))).toEqual([]);
    expect(beginnings.filter((beginning) => !ids.some((id) => id.startsWith(beginning)))).toEqual([]);
  });

  test('can be read as a whole', () => {
    const made = bundle(
      lang,
      FILES.map((file) => text(lang, file)),
    );
    expect(format(made, 'console-cancel')).not.toBe('console-cancel');
    expect(format(made, 'console-role-members', { count: 2 })).toMatch(/^2 /u);
  });
});

test('no text of the pages is left over', () => {
  const isAsked = (id: string) => whole.has(id) || beginnings.some((beginning) => id.startsWith(beginning));
  expect(idsOf('ru', OURS).filter((id) => !isAsked(id))).toEqual([]);
});
