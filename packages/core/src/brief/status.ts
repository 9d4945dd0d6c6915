import * as z from 'zod/mini';

/** Where a brief stands. Everything after `received` was said by a person, with a reason. */
export const STATUSES = [
  'received',
  'reviewing',
  'accepted',
  'later',
  'declined',
  'merged',
  'solved',
  'delivered',
] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;
