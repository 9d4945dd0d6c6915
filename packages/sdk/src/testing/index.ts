/** Suites that say whether another implementation keeps the promises of ours. They need no test runner of their own. */
export { draftStoreContract } from './draft-store-contract.ts';
export type { ContractCase, DraftStoreSubject } from './draft-store-contract.ts';
export { outboxStoreContract } from './outbox-store-contract.ts';
export type { OutboxStoreSubject } from './outbox-store-contract.ts';
export { conformanceChecks, conformanceCommand, runConformance } from './conformance/index.ts';
export type {
  CheckResult,
  CommandOutput,
  ConformanceCheck,
  ConformanceReport,
  ConformanceTarget,
  Exchange,
  Level,
} from './conformance/index.ts';
export { testConnector } from './connector-contract.ts';
export type { ConnectorSubject, RunningTarget, Ticket } from './connector-contract.ts';
