/** What jobs write down. Like the log of requests: no text of a requester, no secret, no message of an error. */
import type { LogEntry } from '../http/env.ts';

export interface JobEntry {
  level: 'info' | 'error';
  job: 'deliver' | 'listen';
  /** Name of the target in the settings. */
  target: string;
  outcome: 'done' | 'later' | 'paused' | 'dead' | 'failed';
  delivery?: string;
  attempts?: number;
  /** The kind of error and where, when the fault is ours. */
  error?: NonNullable<LogEntry['error']>;
}

export type JobLog = (entry: JobEntry) => void;
