/** The named schemas of the protocol, as they appear in the OpenAPI document. */
import * as z from 'zod/mini';
import { briefSchema } from '@wherefore/core/brief';
import {
  briefLinkSchema,
  briefPageSchema,
  briefQuerySchema,
  briefRecordSchema,
  briefSummarySchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  deliveryRecordSchema,
  followViewSchema,
  historyEntrySchema,
  problemSchema,
  receiptSchema,
  sessionSchema,
  statusChangeSchema,
  targetListSchema,
  targetSchema,
  targetRetrySchema,
  targetTestSchema,
  tokenBodySchema,
} from '@wherefore/core/wire';

export const SCHEMAS = {
  Brief: briefSchema,
  // Optional in the protocol; this server always has a page to follow a brief on.
  Receipt: z.required(receiptSchema),
  BriefQuery: briefQuerySchema,
  BriefPage: briefPageSchema,
  BriefSummary: briefSummarySchema,
  BriefRecord: briefRecordSchema,
  HistoryEntry: historyEntrySchema,
  StatusChange: statusChangeSchema,
  FollowView: followViewSchema,
  TokenBody: tokenBodySchema,
  Session: sessionSchema,
  BriefLink: briefLinkSchema,
  DeliveryRecord: deliveryRecordSchema,
  DeliveryQuery: deliveryQuerySchema,
  DeliveryPage: deliveryPageSchema,
  Target: targetSchema,
  TargetList: targetListSchema,
  TargetRetry: targetRetrySchema,
  TargetTest: targetTestSchema,
  Problem: problemSchema,
};
export type SchemaName = keyof typeof SCHEMAS;

export type JsonSchema = Record<string, unknown>;

/** JSON Schema 2020-12 of every named schema, referring to each other where one holds another. */
export function jsonSchemas(): Record<SchemaName, JsonSchema> {
  const registry = z.registry<{ id?: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    // What may be sent: unknown keys are allowed and ignored on both sides.
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  const named: Record<string, JsonSchema> = {};
  for (const [name, { $schema: _dialect, $id: _id, ...schema }] of Object.entries(schemas))
    named[name] = schema;
  return named as Record<SchemaName, JsonSchema>;
}
