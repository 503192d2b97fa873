/** Rows that make no event, by reason. */
export interface SkippedRows {
  reason: string;
  rows: number;
  firstRow: number;
}

/** The steps of an import, in their order. */
export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** What becomes of the events of a file. */
export const verdicts = ['new', 'changed', 'identical', 'duplicate', 'edited'] as const;
export type Verdict = (typeof verdicts)[number];

/** An import in numbers. Rows add up: those of every verdict, the rejected and the skipped are those of the file. */
export interface ImportCounts {
  /** Rows of the file. */
  rows: number;
  /** Events of each verdict. */
  events: Record<Verdict, number>;
  /** Rows of the file from which they were made. */
  rowsOf: Record<Verdict, number>;
  rejected: number;
  skipped: number;
}

/** True where no row was lost and none counted twice. */
export function addsUp({ rows, rowsOf, rejected, skipped }: ImportCounts): boolean {
  return rows === verdicts.reduce((sum, verdict) => sum + rowsOf[verdict], rejected + skipped);
}

/** The scheme of identifiers that are made from the row itself, where a file has none. */
export const OWN_ROWS = 'pillarwatch-import';

/** The scheme of an event that is known by its slug, since Pillarwatch wrote the file; it is not kept as an identifier. */
export const OWN_SLUGS = 'pillarwatch';
