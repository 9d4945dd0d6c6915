export { createApp, randomToken } from './app.ts';
export type { AppOptions } from './app.ts';
export { createDispatcher } from './jobs/dispatcher.ts';
export type { Dispatcher, DispatcherOptions } from './jobs/dispatcher.ts';
export type { JobEntry, JobLog } from './jobs/job-log.ts';
export type { HostRules } from './outward/fetch.ts';
export { TargetSettingsError, parseTargetSettings, readTargetSettings } from './targets/settings.ts';
export type { TargetSettings } from './targets/settings.ts';
export { openTargets } from './targets/target.ts';
export type { OpenTargetsOptions, Target } from './targets/target.ts';
export { issueSignIn } from './auth/sign-in.ts';
export type { SignInRequest } from './auth/sign-in.ts';
export type { AppEnv, Log, LogEntry } from './http/env.ts';
export { DEFAULT_RATES } from './http/rate-limit.ts';
export type { Rate, Rates } from './http/rate-limit.ts';
export { createMemoryStore } from './store/memory.ts';
export { DatabaseOpenError, openSqliteStore } from './store/sqlite.ts';
export type { SqliteOptions } from './store/sqlite.ts';
export type {
  ClaimedDelivery,
  DeliveryFilter,
  DeliveryOutcome,
  DeliveryRow,
  DeliveryStore,
  Lease,
  NewDelivery,
  StoredLink,
  TargetNote,
  TargetRow,
} from './store/deliveries.ts';
export { StoreUnavailableError } from './store/store.ts';
export type {
  Added,
  Follow,
  NewBrief,
  NewSession,
  RecordedChange,
  RestoredBrief,
  Store,
  StorePage,
  StoreQuery,
  StoredSession,
  StoredSignIn,
} from './store/store.ts';
