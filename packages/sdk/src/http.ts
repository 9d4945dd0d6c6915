/** The way to the server for everything that is read, and for Node: ky, with its retries. */
import ky, { isNetworkError } from 'ky';
import { httpOver, offline } from './exchange.ts';
import type { ClientOptions, Engine, Http } from './exchange.ts';
import { retryDelay } from './retry.ts';

export { noAnswer } from './exchange.ts';
export type { AnswerSchema, Call, ClientOptions, Http } from './exchange.ts';

/** Makes the function through which a gateway does all its calls; it tries again what is safe to repeat. */
export function createHttp(options: ClientOptions): Http {
  return httpOver(patient(options), options);
}

function patient(options: ClientOptions): Engine {
  const { timeout = 10_000, totalTimeout = 30_000, retries = 2, random = Math.random, signal } = options;
  const api = ky.create({ prefix: options.endpoint, timeout, totalTimeout, ...(signal && { signal }) });

  return async (call, init, attempt) => {
    let pause = 0;
    const start = performance.now();
    try {
      await api(call.path, {
        ...init,
        fetch: (input) => attempt(input as Request),
        retry: {
          limit: call.repeatable ? retries : 0,
          methods: ['get', 'post'],
          delay: () => pause,
          shouldRetry: ({ error, retryCount }) => {
            const wanted = retryDelay(error, retryCount, random());
            // A pause that would eat all the time left is not worth it: say now what is wrong.
            if (wanted === undefined || performance.now() - start + wanted >= totalTimeout) return false;
            pause = wanted;
            return true;
          },
        },
      });
    } catch (error) {
      throw isNetworkError(error) ? offline(call, error.cause) : error;
    }
  };
}
