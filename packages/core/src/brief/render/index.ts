export { csvColumns, csvRow, disarm, rearm, briefToCells } from './csv.ts';
export { briefToHtml } from './html.ts';
export { briefToText } from './plain-text.ts';
