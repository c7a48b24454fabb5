/** Who asks, in the mini-app: tokens that live as long as the page does. A page that is opened again signs in again. */
import { actAs, api, type Credentials } from '../api/client';
import { problemOf } from '../api/problem';
import type { components } from '../api/schema';
import type { Launch } from './telegram';

type Tokens = components['schemas']['SignedInBody'];

export class Bearer implements Credentials {
  #access: string | undefined;
  #refresh: string | undefined;
  readonly #launch: Launch;
  readonly #onEnd: () => void;

  constructor(launch: Launch, onEnd: () => void) {
    this.#launch = launch;
    this.#onEnd = onEnd;
  }

  /** Opens a session, or comes back to the one that this launch opened. */
  async signIn(): Promise<Tokens> {
    const { initData: init_data, bot } = this.#launch;
    actAs(this);
    return this.#keep((await api.POST('/api/v1/auth/mini-app', { body: { bot, init_data } })).data!);
  }

  headers(): Record<string, string> {
    return this.#access ? { authorization: `Bearer ${this.#access}` } : {};
  }

  async renew(): Promise<boolean> {
    const refresh_token = this.#refresh;
    if (!refresh_token) return false;
    try {
      this.#keep((await api.POST('/api/v1/auth/refresh', { body: { refresh_token } })).data!);
      return true;
    } catch (error) {
      if (problemOf(error).status === 0) throw error;
      return false;
    }
  }

  ended(): void {
    this.#access = this.#refresh = undefined;
    this.#onEnd();
  }

  #keep(tokens: Tokens): Tokens {
    this.#access = tokens.access_token ?? undefined;
    this.#refresh = tokens.refresh_token ?? undefined;
    return tokens;
  }
}
