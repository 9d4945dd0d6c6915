/** Markdown without loss, apart from everything else: a page that only sends briefs does not load it. */
export { BriefFormatError } from '../format-error.ts';
export { briefFromMarkdown } from './from-markdown.ts';
export { isTitle as beginsBrief } from './scan.ts';
export { briefToMarkdown } from './to-markdown.ts';
