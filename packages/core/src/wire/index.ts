export {
  briefLinkSchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  deliveryRecordSchema,
  targetListSchema,
  targetSchema,
  targetRetrySchema,
  targetTestSchema,
} from './deliveries.ts';
export type {
  BriefLink,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRecord,
  Target,
  TargetList,
  TargetRetry,
  TargetTest,
} from './deliveries.ts';
export { PROBLEMS, problemSchema } from './problem.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { receiptSchema } from './receipt.ts';
export type { Receipt } from './receipt.ts';
export {
  briefPageSchema,
  briefQuerySchema,
  briefRecordSchema,
  briefSummarySchema,
  followViewSchema,
  historyEntrySchema,
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
  Session,
  StatusChange,
} from './wire.ts';
