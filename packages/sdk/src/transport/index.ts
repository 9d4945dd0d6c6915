export { formFields } from './form-fields.ts';
export type { AnswerHead, LooseReceipt, TransportOptions } from './options.ts';
export { createTransport } from './transport.ts';
export type { Transport } from './transport.ts';
