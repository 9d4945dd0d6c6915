export type { BriefInput } from './brief.ts';
export type { Client } from './client.ts';
export type { DraftOptions } from './drafts.ts';
export type { ErrorDetails } from './errors/details.ts';
export type { InvalidField } from './errors/invalid-fields-error.ts';
export type { Backoff, Delivery, DeliveryState, Outbox, OutboxOptions } from './outbox.ts';
export type { OutboxRecord } from './outbox-record.ts';
export type { OutboxStore } from './outbox-store.ts';
export type { UnexpectedReason } from './errors/unexpected-answer-error.ts';
export type { ClientOptions } from './http.ts';
export type { AnswerHead, LooseReceipt, Transport, TransportOptions } from './transport/index.ts';
export type {
  Brief,
  DeskGateway,
  DraftStore,
  FollowGateway,
  IntakeGateway,
  Language,
  Status,
  TransportCode,
} from '@wherefore/core';
export type {
  BriefPage,
  BriefQuery,
  BriefRecord,
  BriefSummary,
  FollowView,
  Problem,
  ProblemCode,
  Receipt,
  Session,
  StatusChange,
} from '@wherefore/core/wire';

export { createClient } from './client.ts';
export { createIntakeGateway } from './intake.ts';
export { createTransport } from './transport/index.ts';
export { createFollowGateway, followToken } from './follow.ts';
export { createDeskGateway } from './desk.ts';
export { createBrief } from './brief.ts';
export { uuidv7 } from './uuid.ts';
export { openDraftStore } from './drafts.ts';
export { createOutbox } from './outbox.ts';
export { deviceOutbox, memoryOutbox, sessionOutbox } from './outbox-store.ts';
export { forgetThisDevice } from './forget-device.ts';

export { WhereforeError, isWhereforeError } from '@wherefore/core';
export { AbortedError } from './errors/aborted-error.ts';
export { BriefDiffersError } from './errors/brief-differs-error.ts';
export { InvalidFieldsError } from './errors/invalid-fields-error.ts';
export { MappingFailedError } from './errors/mapping-failed-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { NotSignedInError } from './errors/not-signed-in-error.ts';
export { OfflineError } from './errors/offline-error.ts';
export { ProtocolError } from './errors/protocol-error.ts';
export { TimedOutError } from './errors/timed-out-error.ts';
export { TooManyRequestsError } from './errors/too-many-requests-error.ts';
export { UnavailableError } from './errors/unavailable-error.ts';
export { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
export { VersionMismatchError } from './errors/version-mismatch-error.ts';

// Held back: `createHttp` and the functions that map answers to errors. How a call is made may still change with the outbox.
