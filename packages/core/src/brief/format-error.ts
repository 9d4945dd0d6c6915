/** A text or value that is not a brief. The message says where and what to do about it. */
export class BriefFormatError extends Error {
  override readonly name = 'BriefFormatError';
  /** The line of the text it was found on, from 1; absent for a value that is not a text. */
  readonly line: number | undefined;
  /** The message without the line, for whoever counts lines differently. */
  readonly reason: string;

  constructor(reason: string, details: { line?: number; cause?: unknown } = {}) {
    const { line, cause } = details;
    super(
      line === undefined ? reason : `Line ${line}: ${reason}`,
      cause === undefined ? undefined : { cause },
    );
    this.reason = reason;
    this.line = line;
  }
}
