/**
 * Builds the pages when something that they are made of is newer than they are. `--check` runs the lints and tests
 * instead (and builds after them), `--check-if-installed` does so only where the packages are there already.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const BUILT = join(HERE, 'dist/console/index.html');
const INSTALLED = join(HERE, 'node_modules/.package-lock.json');
/** What embeds the pages in a release; cargo does not see that they changed. */
const EMBEDS = join(HERE, '../webapp-api/src/site.rs');
const SOURCES = [
  'src',
  'app',
  'console',
  'package-lock.json',
  'vite.config.ts',
  '../locales',
  '../docs/openapi.json',
].map((name) => join(HERE, name));

const npm = (...args) => execFileSync('npm', args, { cwd: HERE, stdio: 'inherit' });
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** When anything in a file or folder was changed last; what is generated does not count. */
function newest(path) {
  if (path.endsWith('schema.d.ts')) return 0;
  if (!statSync(path).isDirectory()) return changed(path);
  return Math.max(changed(path), ...readdirSync(path).map((name) => newest(join(path, name))));
}

const mode = process.argv[2];
if (mode !== '--check-if-installed' || existsSync(INSTALLED)) {
  if (changed(INSTALLED) < changed(join(HERE, 'package-lock.json'))) npm('ci');
  if (mode) npm('run', '--silent', 'check');
  if (mode !== '--check-if-installed' && changed(BUILT) < Math.max(...SOURCES.map(newest))) {
    npm('run', '--silent', 'build');
    utimesSync(EMBEDS, new Date(), new Date());
  }
}
