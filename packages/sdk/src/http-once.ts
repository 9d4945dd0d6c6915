/** The way to the server for whoever tries again by themselves, such as an outbox: `fetch` with a time limit, and no ky. */
import { httpOver, offline } from './exchange.ts';
import type { ClientOptions, Engine, Http } from './exchange.ts';

/** What a client without retries can be told. */
export type OnceOptions = Omit<ClientOptions, 'retries' | 'totalTimeout' | 'random'>;

/** Makes the function through which a gateway does all its calls, each of them one try. */
export function createHttpOnce(options: OnceOptions): Http {
  return httpOver(once(options), options);
}

function once({ endpoint, timeout = 10_000, signal }: OnceOptions): Engine {
  return async (call, init, attempt) => {
    const limit = AbortSignal.timeout(timeout);
    const end = signal ? AbortSignal.any([signal, limit]) : limit;
    // Outside the `try`: an endpoint that is no address is a mistake, not a network that is down.
    const request = new Request(String(endpoint).replace(/\/*$/, '/') + call.path, { ...init, signal: end });
    const over = new Promise<never>((_, reject) => {
      const stop = (): void => reject(end.reason);
      if (end.aborted) stop();
      else end.addEventListener('abort', stop, { once: true });
    });
    try {
      await Promise.race([over, attempt(request)]);
    } catch (error) {
      throw error instanceof TypeError ? offline(call, error) : error;
    }
  };
}
