/** Why a file as a whole cannot be read. */
export type ImportProblemCode =
  'empty' | 'not-a-table' | 'encoding' | 'too-wide' | 'broken' | 'unsafe' | 'unsupported';

/** A file that cannot be read: the message is for the person who chose it. */
export class ImportProblem extends Error {
  constructor(
    readonly code: ImportProblemCode,
    message: string,
  ) {
    super(message);
  }
}
