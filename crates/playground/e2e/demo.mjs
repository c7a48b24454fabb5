/**
 * The whole product in a folder of its own: `kontora demo`, as somebody at a terminal would start it. The program is
 * the one that `KONTORA` names, otherwise what `cargo build` left; it speaks on its own free port.
 */

import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const PROGRAM = process.env.KONTORA ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/kontora');
/** Longer than any start or end takes, in milliseconds; who waits so long has an error, not a slow machine. */
const PATIENCE = 60_000;
/** How much of the program's own log an error shows, in characters. */
const LOG_SHOWN = 4000;

export class Demo {
  #process = null;
  #exited = null;
  #log = '';

  /** A demo that was never started before. */
  static async start() {
    const data = await mkdtemp(join(tmpdir(), 'kontora-e2e-'));
    // Started by root, the services run as somebody else, who has to get in.
    await chmod(data, 0o755);
    const demo = new Demo(data);
    try {
      await demo.run(0);
    } catch (error) {
      await demo.end();
      throw error;
    }
    return demo;
  }

  constructor(data) {
    this.data = data;
  }

  /** Starts the program at a port (0 takes a free one) and waits until it has told its address. */
  async run(port) {
    const began = performance.now();
    const child = spawn(PROGRAM, ['demo', '--port', String(port)], {
      cwd: this.data,
      env: {
        ...process.env,
        KONTORA_DATA: this.data,
        DATABASE_URL: undefined,
        REDIS_URL: undefined,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#exited = new Promise((done) => {
      child.once('exit', (code, signal) => done({ code, signal }));
      child.once('error', (error) => done({ code: null, signal: null, error }));
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#log = (this.#log + text).slice(-LOG_SHOWN);
    });
    const told = await this.#told(child);
    this.url = told.match(/open: (\S+)/u)[1];
    /** Where Kontora itself is: the console, the mini-app, the API. */
    this.site = new URL(told.match(/(http\S+)\/console\//u)[1]).origin;
    /** The deep links that it tells: the person's Telegram id → the address to open. */
    this.links = new Map(
      [...told.matchAll(/(http\S+#person=(\d+)&start=\S+)/gu)].map(([, url, id]) => [Number(id), url]),
    );
    /** How long the start took, in milliseconds. */
    this.startTook = performance.now() - began;
  }

  /** Everything that the program says until it is ready. */
  #told(child) {
    let said = '';
    return new Promise((done, fail) => {
      const failed = (why) => fail(new Error(`${PROGRAM} demo: ${why}\n${said}\n${this.#log}`));
      const timer = setTimeout(() => failed('no address in a minute'), PATIENCE);
      this.#exited.then(({ code, signal, error }) => failed(error ?? `ended with ${code ?? signal}`));
      child.stdout.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (!said.includes('Ctrl-C')) return;
        clearTimeout(timer);
        done(said);
      });
    });
  }

  /** Waits until the local Telegram, which writes a moment after changes, has a text on disk. */
  async kept(text) {
    const folder = join(this.data, 'demo/telegram');
    const isThere = async () => (await readFile(join(folder, 'world.json'), 'utf8')).includes(text);
    // Watched first, looked at second: a write in between is not missed.
    const writes = watch(folder, { signal: AbortSignal.timeout(PATIENCE) });
    const next = writes[Symbol.asyncIterator]();
    let write = next.next();
    while (!(await isThere())) {
      await write;
      write = next.next();
    }
    await next.return();
  }

  /** Ends the program with a signal; resolves with `{code, signal}`, how it ended. */
  async stop(signal = 'SIGTERM') {
    const child = this.#process;
    this.#process = null;
    if (!child) return null;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    const ended = await this.#exited;
    clearTimeout(timer);
    return ended;
  }

  /** Starts it again where it was, after `stop`. */
  async again() {
    await this.run(Number(new URL(this.url).port));
  }

  /** Ends it and forgets its folder. */
  async end() {
    const ended = await this.stop();
    await rm(this.data, { recursive: true, force: true });
    return ended;
  }
}
