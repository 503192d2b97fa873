import { setImmediate as turn } from 'node:timers/promises';
import { and, desc, eq, inArray, lt, lte, or, sql } from 'drizzle-orm';
import { today, type Day } from '@/lib/days';
import { baselineWords } from '@/lib/indicators/baseline-words';
import type { Reading } from '@/lib/indicators/evaluate';
import {
  definitionHash,
  readingsHash,
  saidOf,
  statusMoves,
  type Move,
  type Standing,
} from '@/lib/indicators/status-moves';
import { queueChange, releaseMail } from './alert-queue';
import type { Connection, Database, Transaction } from './client';
import { readRevision } from './index-feed';
import { readingsAt } from './indicator-readings';
import { listIndicators, type StoredIndicator } from './indicators';
import { endOfDay } from './london-days';
import { indicatorChanges, indicatorStates } from './schema-alerts';
import { indicators } from './schema-indicators';

/** How often an evaluation is made again because somebody wrote meanwhile, before its state is taken as it is. */
const MOST_TRIES = 3;

/** What an indicator says of the record at a revision, on a day. */
interface Evaluation {
  indicator: StoredIndicator;
  readings: Reading[];
  hash: string;
  definition: string;
  revision: number;
  day: Day;
}

async function evaluateOne(db: Database, indicator: StoredIndicator): Promise<Evaluation> {
  let [revision, day] = [await readRevision(db), today()];
  let readings = await readingsAt(db, indicator, revision);
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    const now = await readRevision(db);
    if (now === revision) break;
    [revision, day] = [now, today()];
    readings = await readingsAt(db, indicator, revision);
  }
  return {
    indicator,
    readings,
    hash: readingsHash(readings),
    definition: definitionHash(indicator),
    revision,
    day,
  };
}

/** True for rows that rest on an older state than this one: what is newer is never written over. */
const isOlder = ({ revision, day }: Pick<Evaluation, 'revision' | 'day'>) =>
  or(
    lt(indicatorStates.revision, revision),
    and(eq(indicatorStates.revision, revision), lte(indicatorStates.day, day)),
  );

const rowOf = ({ kind, period, before, after, reason }: Move, { indicator, revision }: Evaluation) => ({
  indicator: indicator.slug,
  kind,
  startsOn: period.from,
  endsOn: period.to,
  title: period.title,
  fromStatus: before?.status ?? null,
  fromSide: before?.side ?? null,
  status: after.status,
  side: after.side,
  reason,
  revision,
});

/** The state of an indicator, locked; null where another evaluator has stored a newer one. */
async function lockState(tx: Transaction, made: Evaluation) {
  const { indicator, revision, day, definition } = made;
  await tx
    .insert(indicatorStates)
    .values({ indicator: indicator.slug, revision, day, definition, said: [], readingsHash: '' })
    .onConflictDoNothing();
  const [state] = await tx
    .select()
    .from(indicatorStates)
    .where(and(eq(indicatorStates.indicator, indicator.slug), isOlder(made)))
    .for('update');
  return state ?? null;
}

/** Stores what changed, once however many evaluators found it: they wait for one another, and the second finds nothing. */
async function store(db: Database, made: Evaluation): Promise<number> {
  const { indicator, readings, hash, definition, revision, day } = made;
  return db.transaction(async (tx) => {
    const state = await lockState(tx, made);
    if (!state) return 0;
    const stood: Standing | null =
      state.status === null ? null : { status: state.status, side: state.side ?? 0 };
    const redefined = state.definition !== definition;
    const moves = statusMoves({ said: state.said, stood, redefined }, readings, baselineWords(indicator));
    for (const move of moves) {
      const [row] = await tx
        .insert(indicatorChanges)
        .values(rowOf(move, made))
        .returning({ id: indicatorChanges.id, noticedAt: indicatorChanges.noticedAt });
      await queueChange(tx, indicator, move, { ...row!, revision });
    }
    // An empty record says nothing yet of what never stood; what stood stands at nothing.
    const now = readings.at(-1) ?? (stood && { status: 'unknown' as const, side: 0 as const });
    await tx
      .update(indicatorStates)
      .set({
        revision,
        day,
        definition,
        said: saidOf(readings, redefined ? [] : state.said),
        readingsHash: hash,
        status: now?.status ?? null,
        side: now?.side ?? null,
      })
      .where(eq(indicatorStates.indicator, indicator.slug));
    return moves.length;
  });
}

/**
 * Evaluates every watched indicator on the record as it is now, and stores what changed since the last time, exactly once
 * on any number of instances. Reads the index that the process holds; one indicator at a time, so that pages get their turn
 * between two. Where nothing changed it costs a few small queries. Returns how many changes were stored.
 */
export async function evaluateIndicators(db: Database): Promise<number> {
  const states = await db
    .select({
      indicator: indicatorStates.indicator,
      hash: indicatorStates.readingsHash,
      definition: indicatorStates.definition,
    })
    .from(indicatorStates);
  const known = new Map(states.map((state) => [state.indicator, state]));
  const unchanged: string[] = [];
  let oldest: Pick<Evaluation, 'revision' | 'day'> | null = null;
  let stored = 0;
  for (const indicator of await listIndicators(db)) {
    const made = await evaluateOne(db, indicator);
    const state = known.get(indicator.slug);
    if (state?.hash === made.hash && state.definition === made.definition) {
      unchanged.push(indicator.slug);
      oldest ??= made;
    } else stored += await store(db, made);
    await turn();
  }
  if (stored > 0) await releaseMail(db);
  if (oldest)
    await db
      .update(indicatorStates)
      .set({ revision: oldest.revision, day: oldest.day })
      .where(and(inArray(indicatorStates.indicator, unchanged), isOlder(oldest)));
  return stored;
}

const columns = {
  id: indicatorChanges.id,
  indicator: indicatorChanges.indicator,
  question: indicators.question,
  pillar: indicators.pillar,
  kind: indicatorChanges.kind,
  from: indicatorChanges.startsOn,
  to: indicatorChanges.endsOn,
  title: indicatorChanges.title,
  fromStatus: indicatorChanges.fromStatus,
  fromSide: indicatorChanges.fromSide,
  status: indicatorChanges.status,
  side: indicatorChanges.side,
  reason: indicatorChanges.reason,
  revision: indicatorChanges.revision,
  noticedAt: indicatorChanges.noticedAt,
};

/** A stored change, the newest first; of one indicator, or of all; noticed until the end of a day, where that is given. */
export async function readStatusChanges(
  db: Connection,
  {
    indicator,
    told = false,
    most,
    asOf = null,
  }: { indicator?: string; told?: boolean; most: number; asOf?: Day | null },
) {
  return db
    .select(columns)
    .from(indicatorChanges)
    .innerJoin(indicators, eq(indicators.slug, indicatorChanges.indicator))
    .where(
      and(
        indicator === undefined ? undefined : eq(indicatorChanges.indicator, indicator),
        told ? toldChange : undefined,
        asOf ? lt(indicatorChanges.noticedAt, endOfDay(asOf)) : undefined,
      ),
    )
    .orderBy(desc(indicatorChanges.id))
    .limit(most);
}
export type StatusChange = Awaited<ReturnType<typeof readStatusChanges>>[number];

/** What `isTold` of lib/indicators/status-moves.ts says, in SQL. */
const toldChange = sql`${indicatorChanges.kind} in ('alert', 'redefined')
  and (${indicatorChanges.fromStatus}, ${indicatorChanges.fromSide}) is distinct from (${indicatorChanges.status}, ${indicatorChanges.side})`;

/** The last change of what each indicator stands at, by its slug. */
export async function readLastNoticed(
  db: Database,
): Promise<Map<string, { kind: Move['kind']; noticedAt: string }>> {
  const rows = await db
    .selectDistinctOn([indicatorChanges.indicator], {
      indicator: indicatorChanges.indicator,
      kind: indicatorChanges.kind,
      noticedAt: indicatorChanges.noticedAt,
    })
    .from(indicatorChanges)
    .where(or(eq(indicatorChanges.kind, 'begun'), toldChange))
    .orderBy(indicatorChanges.indicator, desc(indicatorChanges.id));
  return new Map(rows.map(({ indicator, ...rest }) => [indicator, rest]));
}

/** The number of the last stored change, 0 where there is none: with it a page that shows them has another state. */
export async function lastStatusChange(db: Database): Promise<number> {
  const [row] = await db
    .select({ id: indicatorChanges.id })
    .from(indicatorChanges)
    .orderBy(desc(indicatorChanges.id))
    .limit(1);
  return row?.id ?? 0;
}
