import { flowDefinitionSchema } from '@wherefore/core/flow-schema';
import type { FlowDefinition } from '@wherefore/core/flow';
import { defaultFlow } from '@wherefore/core/flow';

/**
 * An organisation's own question set, from an object or from the address of a JSON file. One that can't be read
 * is reported in the console and the questions of the product are asked instead: the requester must never be stuck.
 */
export async function loadFlow(flow: FlowDefinition | string): Promise<FlowDefinition> {
  try {
    const value: unknown = typeof flow === 'string' ? await (await fetch(flow)).json() : flow;
    return flowDefinitionSchema.parse(value);
  } catch (error) {
    console.error('wherefore-intake: the question set in `flow` is not valid, so the default is used', error);
    return defaultFlow;
  }
}
