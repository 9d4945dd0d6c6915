export { BriefSubmittedEvent } from './intake/brief-submitted-event.ts';
export { Intake } from './intake/intake.ts';
export type { DraftMode, IntakeServices } from './intake/services.ts';
export { Follow } from './follow/follow.ts';
export { ViewLoadedEvent } from './follow/view-loaded-event.ts';
