import { ImportProblem } from '@/lib/import/import-problem';

/** Why an import cannot go on, in one sentence for the person who runs it. */
export class JobProblem extends Error {}

/** Error codes (of PostgreSQL, appendix A of its manual, and of Node) that are no defect of ours, in words. */
const sentences: Record<string, string> = {
  '57014': 'It was cancelled. Nothing was written.',
  '53100': 'The disk of the database is full. Nothing was written.',
  '53200': 'The database has run out of memory. Nothing was written.',
  '57P01': 'The database was shut down. Nothing was written.',
  CONNECTION_CLOSED: 'The connection to the database broke. Nothing was written.',
  CONNECTION_ENDED: 'The connection to the database broke. Nothing was written.',
  CONNECTION_DESTROYED: 'The connection to the database broke. Nothing was written.',
  ECONNRESET: 'The connection to the database broke. Nothing was written.',
  ECONNREFUSED: 'The database cannot be reached. Nothing was written.',
  ENOSPC: 'The disk is full. Nothing was written.',
  ENOENT: 'The uploaded file is not there any more: upload it again.',
};

/** What went wrong in words; null for what is unexpected, which belongs into the log. */
export function jobProblemWords(error: unknown): string | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof JobProblem || one instanceof ImportProblem) return one.message;
    const code = (one as { code?: string }).code;
    if (code !== undefined && Object.hasOwn(sentences, code)) return sentences[code]!;
  }
  return null;
}
