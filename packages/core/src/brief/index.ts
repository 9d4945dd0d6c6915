export { LIMITS } from './limits.ts';
export { SCHEMA_VERSION, briefSchema, languageSchema, needSchema, spanKindSchema } from './brief.ts';
export type {
  Answer,
  Brief,
  BriefAnalysis,
  Correction,
  Language,
  Means,
  Need,
  Requester,
  SpanKind,
} from './brief.ts';
export { STATUSES, statusSchema } from './status.ts';
export type { Status } from './status.ts';
