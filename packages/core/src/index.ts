export {
  LIMITS,
  SCHEMA_VERSION,
  STATUSES,
  briefSchema,
  languageSchema,
  needSchema,
  spanKindSchema,
  statusSchema,
} from './brief/index.ts';
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
  Status,
} from './brief/index.ts';
export { WhereforeError, isWhereforeError } from './errors.ts';
export type { TransportCode } from './errors.ts';
export { INSTANT } from './patterns.ts';
export type { DeskGateway, DraftStore, FollowGateway, IntakeGateway } from './ports.ts';
