/**
 * Who asks, in the console: cookies that no script can read. The browser itself says that a page of ours asks, which
 * is all that the server wants against forgery.
 */
import { api, type Credentials } from '../api/client';
import { problemOf } from '../api/problem';

/** The answer to a refresh that another tab won: the cookies are fresh already. */
const RACED = 'refresh_raced';

export function cookies(onEnd: () => void): Credentials {
  return {
    headers: () => ({}),
    ended: onEnd,
    renew: async () => {
      try {
        await api.POST('/api/v1/auth/refresh', { body: {} });
        return true;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.status === 0) throw error;
        return problem.code === RACED;
      }
    },
  };
}
