import { asc, gt, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { ChainWalk, type ChainHead, type ChainProblem } from '@/lib/audit-chain';
import type { Connection, Database } from './client';
import { auditHead, auditLog as log } from './schema-audit';

/** What was found of the whole trail. */
export interface AuditReport {
  rows: number;
  head: ChainHead;
  /** Empty where the trail is whole. */
  problems: ChainProblem[];
}

const PAGE = 2000;
const textOf = (column: AnyPgColumn) => sql<string | null>`${column}::text`;

function readPage(tx: Connection, after: number) {
  return tx
    .select({
      seq: log.seq,
      at: sql<string>`to_char(${log.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      userId: log.userId,
      who: log.who,
      ip: log.ip,
      agent: log.agent,
      action: log.action,
      subject: log.subject,
      revision: sql<string | null>`${log.revision}::text`,
      before: textOf(log.before),
      after: textOf(log.after),
      detail: textOf(log.detail),
      previous: log.previous,
      hash: log.hash,
    })
    .from(log)
    .where(gt(log.seq, after))
    .orderBy(asc(log.seq))
    .limit(PAGE);
}

/**
 * Reads the whole trail as it stands at one moment and checks every row against the chain. `noted` is a head that was
 * written down earlier, outside the database: the trail must still go through it, which finds even a trail that somebody
 * with all rights has made anew from end to end.
 */
export async function verifyAudit(db: Database, noted?: ChainHead): Promise<AuditReport> {
  return db.transaction(
    async (tx) => {
      const [head] = await tx.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead);
      const walk = new ChainWalk();
      let throughNoted = noted === undefined || noted.seq === 0;
      for (let after = Number.MIN_SAFE_INTEGER, full = true; full;) {
        const rows = await readPage(tx, after);
        for (const row of rows) {
          walk.add(row);
          if (row.seq === noted?.seq && row.hash === noted.hash) throughNoted = true;
        }
        full = rows.length === PAGE;
        after = rows.at(-1)?.seq ?? after;
      }
      const problems = walk.finish(head!);
      if (!throughNoted)
        problems.push({
          kind: 'changed',
          seq: noted!.seq,
          sentence: `Row ${noted!.seq} does not carry the hash that was noted for it: it, or a row before it, was changed.`,
        });
      return { rows: walk.count, head: head!, problems };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
