import type { SkippedRows } from '@/lib/import/import-counts';
import type { CellProblem, Outcome } from '@/lib/import/outcome';
import type { Database } from '../client';
import { importRejects } from '../schema-import';
import { KEEPS_SETS } from './named-sets';
import { stagedLine } from './staged-line';

const REJECTS_AT_ONCE = 500;
/** Reasons that are told apart; a file with more has values in its reasons. */
const MOST_REASONS = 200;
/** Rows that were left out, by reason. */
class SkippedTally {
  readonly #reasons = new Map<string, SkippedRows>();
  add(reason: string, row: number): void {
    const name =
      this.#reasons.has(reason) || this.#reasons.size < MOST_REASONS ? reason : 'For other reasons';
    const found = this.#reasons.get(name);
    if (found) found.rows++;
    else this.#reasons.set(name, { reason: name, rows: 1, firstRow: row });
  }
  get list(): SkippedRows[] {
    return [...this.#reasons.values()].sort((a, b) => b.rows - a.rows);
  }
}

/** Rejected rows, written in batches beside the COPY, which has its own connection. */
class Rejects {
  #waiting: { row: number; problems: CellProblem[]; raw: Record<string, string> }[] = [];
  count = 0;
  constructor(
    private readonly db: Database,
    private readonly importId: number,
  ) {}
  async add(row: number, problems: CellProblem[], raw: Record<string, string>): Promise<void> {
    this.count++;
    this.#waiting.push({ row, problems, raw });
    if (this.#waiting.length >= REJECTS_AT_ONCE) await this.flush();
  }
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const rows = this.#waiting.map((one) => wellFormed({ importId: this.importId, ...one }));
    this.#waiting = [];
    await this.db.insert(importRejects).values(rows);
  }
}

/** The same with what PostgreSQL's text cannot hold left out: NUL, and halves of surrogate pairs. */
function wellFormed<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'string' ? one.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\uFFFD') : one,
    ),
  ) as T;
}

/** Takes the outcomes of a file as they come: events as lines of COPY, the rest counted and kept. `known`: articles here. */
export class Intake {
  rows = 0;
  events = 0;
  readonly skipped = new SkippedTally();
  readonly rejects: Rejects;
  constructor(
    private readonly options: { id: number; set: string },
    private readonly known: ReadonlySet<string>,
    db: Database,
  ) {
    this.rejects = new Rejects(db, options.id);
  }

  async #reject(
    rows: readonly number[],
    problems: CellProblem[],
    raw: Record<string, string>,
  ): Promise<void> {
    for (const row of rows) await this.rejects.add(row, problems, raw);
  }

  #problemOf({ event }: Extract<Outcome, { kind: 'event' }>): CellProblem | null {
    const unknown = event.sources.find(({ article }) => article !== null && !this.known.has(article));
    return unknown
      ? { column: 'article', value: unknown.article!, reason: 'There is no such article here' }
      : null;
  }

  /** The line of an event; '' where it is rejected. */
  async #line(outcome: Extract<Outcome, { kind: 'event' }>): Promise<string> {
    const { id: importId, set } = this.options;
    const [first = 0] = outcome.rows;
    const problem = this.#problemOf(outcome);
    const event = set === KEEPS_SETS ? outcome.event : { ...outcome.event, sourceSet: set };
    const line = problem
      ? null
      : stagedLine({
          importId,
          position: this.events,
          rows: { first, count: outcome.rows.length },
          identifier: outcome.externalId,
          event,
        });
    if (line !== null) {
      this.events++;
      return line;
    }
    const unstorable = { column: '', value: '', reason: 'It has signs that are no text' };
    await this.#reject(outcome.rows, [problem ?? unstorable], outcome.raw);
    return '';
  }

  async take(outcome: Outcome): Promise<string> {
    if (outcome.kind === 'skipped') {
      this.rows++;
      this.skipped.add(outcome.reason, outcome.row);
      return '';
    }
    if (outcome.kind === 'event') {
      this.rows += outcome.rows.length;
      return this.#line(outcome);
    }
    this.rows++;
    await this.#reject([outcome.row], outcome.problems, outcome.raw);
    return '';
  }
}
