export { PROBLEMS, problemSchema } from './problem.ts';
export type { Problem, ProblemCode } from './problem.ts';
export {
  briefPageSchema,
  briefQuerySchema,
  briefRecordSchema,
  briefSummarySchema,
  followViewSchema,
  historyEntrySchema,
  receiptSchema,
  sessionSchema,
  statusChangeSchema,
  tokenBodySchema,
  tokenSchema,
} from './wire.ts';
export type {
  BriefPage,
  BriefQuery,
  BriefRecord,
  BriefSummary,
  FollowView,
  HistoryEntry,
  Receipt,
  Session,
  StatusChange,
} from './wire.ts';
