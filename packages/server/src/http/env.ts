/** What every request carries through the app. */
import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Session } from '@wherefore/core/wire';

export interface AppEnv {
  /** Absent where another runtime than Node brings the request, and in `app.request()`. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The pattern of the route that answers, never the address with what somebody searched for. */
    route: string;
  };
}

export type AppContext = Context<AppEnv>;

/** Who is signed in, as a route for reviewers gets it. */
export type SignedIn = Session;

/** One line of the log. Holds no text of a requester, no name, no address and no token. */
export interface LogEntry {
  level: 'info' | 'error';
  requestId: string;
  method: string;
  route: string;
  status: number;
  /** Milliseconds until the answer was ready. */
  ms: number;
  /** What went wrong, for `error`: the kind of error and where, without its message. */
  error?: { name: string; code?: string; stack: string[] };
}

export type Log = (entry: LogEntry) => void;
