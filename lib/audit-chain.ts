import { createHash } from 'node:crypto';

/** One row of the audit trail as the chain sees it: every value as PostgreSQL writes it in text. */
export interface ChainRow {
  seq: number;
  /** Instant in UTC with microseconds, as 2026-11-25T05:36:38.123456Z. */
  at: string;
  userId: string | null;
  who: string;
  ip: string | null;
  agent: string | null;
  action: string;
  subject: string | null;
  revision: string | null;
  /** PostgreSQL's own text of a jsonb value, which has one form for one value. */
  before: string | null;
  after: string | null;
  detail: string | null;
  previous: string;
  hash: string;
}

/** The head of the trail: its last row. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** What the first row carries as the hash of the one before. */
export const NO_HASH = '0'.repeat(64);

const part = (value: string | null): string =>
  value === null ? '-' : `${Buffer.byteLength(value)}:${value}`;

/**
 * The hash that the row must carry: SHA-256 in hex of the row before's hash and the row's values, each with its length
 * in bytes (UTF-8), so that no two rows have one text. The same in SQL: function audit_chain of the migrations.
 */
export function hashOfRow(row: Omit<ChainRow, 'hash'>): string {
  const { previous, seq, at, userId, who, ip, agent, action, subject, revision, before, after, detail } = row;
  const parts = [
    previous,
    String(seq),
    at,
    userId,
    who,
    ip,
    agent,
    action,
    subject,
    revision,
    before,
    after,
    detail,
  ];
  return createHash('sha256').update(parts.map(part).join(',')).digest('hex');
}

/** Something that is wrong with the trail, at a row's number; the sentence is for an administrator. */
export interface ChainProblem {
  kind: 'changed' | 'missing' | 'inserted';
  seq: number;
  sentence: string;
}

const changed = (seq: number): ChainProblem => ({
  kind: 'changed',
  seq,
  sentence: `Row ${seq} was changed: its contents do not give the hash that it carries.`,
});
const relinked = (seq: number): ChainProblem => ({
  kind: 'changed',
  seq,
  sentence: `Row ${seq} was changed or replaced: row ${seq + 1} carries another hash for it.`,
});
const inserted = (seq: number): ChainProblem => ({
  kind: 'inserted',
  seq,
  sentence: `Row ${seq} was inserted: the trail goes on without it.`,
});
function missing(from: number, to: number): ChainProblem {
  const which = from === to ? `Row ${from} is missing.` : `Rows ${from} to ${to} are missing.`;
  return { kind: 'missing', seq: from, sentence: which };
}

/** Walks the rows in their order, one by one, and keeps what is wrong with them. */
export class ChainWalk {
  readonly problems: ChainProblem[] = [];
  /** Rows that were read. */
  count = 0;
  #last: ChainHead = { seq: 0, hash: NO_HASH };
  /** The hash before the last row: what a row must follow where the last one was inserted. */
  #beforeLast = NO_HASH;
  /** How far the numbers were moved by whoever inserted a row or took one out. */
  #moved = 0;

  /** Whether the row's contents give its hash under the number that it had before the numbers moved by `by` more. */
  #holds(row: ChainRow, by: number): boolean {
    return hashOfRow({ ...row, seq: row.seq - this.#moved - by }) === row.hash;
  }

  #renumbered(row: ChainRow): boolean {
    const { seq } = this.#last;
    if (row.previous === this.#beforeLast && this.#holds(row, 1)) {
      if (this.problems.at(-1)?.seq === seq) this.problems.pop();
      this.problems.push(inserted(seq));
      this.#moved += 1;
      return true;
    }
    if (!this.#holds(row, -1)) return false;
    this.problems.push({
      ...missing(row.seq, row.seq),
      sentence: `Row ${row.seq} is missing: the rows after it were given new numbers.`,
    });
    this.#moved -= 1;
    return true;
  }

  /** Looks at the next row. */
  add(row: ChainRow): void {
    this.count += 1;
    const gap = row.seq > this.#last.seq + 1;
    if (row.seq <= this.#last.seq) {
      this.problems.push(inserted(row.seq));
      return;
    }
    if (gap) this.problems.push(missing(this.#last.seq + 1, row.seq - 1));
    if (!this.#holds(row, 0)) {
      if (!this.#renumbered(row)) this.problems.push(changed(row.seq));
    } else if (!gap && row.previous !== this.#last.hash && this.problems.at(-1)?.seq !== this.#last.seq) {
      this.problems.push(relinked(this.#last.seq));
    }
    this.#beforeLast = this.#last.hash;
    this.#last = { seq: row.seq, hash: row.hash };
  }

  /** Compares the end of the rows with the head that was kept, and returns all that is wrong. */
  finish(head: ChainHead): ChainProblem[] {
    const { seq, hash } = this.#last;
    const end = head.seq + this.#moved;
    if (seq < end) this.problems.push(missing(seq + 1, end));
    else if (seq > end) for (let n = end + 1; n <= seq; n++) this.problems.push(inserted(n));
    else if (hash !== head.hash && this.problems.at(-1)?.seq !== seq)
      this.problems.push({
        ...relinked(seq),
        sentence: `Row ${seq} was changed or replaced: the head of the trail has another hash for it.`,
      });
    return this.problems;
  }
}
