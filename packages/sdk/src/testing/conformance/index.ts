export type { Level } from './check.ts';
export { conformanceCommand } from './command.ts';
export type { CommandOutput } from './command.ts';
export { conformanceChecks, runConformance } from './conformance.ts';
export type { CheckResult, ConformanceCheck, ConformanceReport } from './conformance.ts';
export type { ConformanceTarget, Exchange } from './wire.ts';
