/**
 * `npm run audit:verify`: reads the whole audit trail, says which rows were changed, are missing or were inserted, and
 * ends with code 1 where any was. With `-- --head NUMBER:HASH`, as an earlier run printed it, the trail must still go
 * through that row.
 */
import { parseArgs } from 'node:util';
import { verifyAudit } from '@/db/audit-verify';
import { openDatabase } from '@/db/client';
import { joinServer } from '@/db/server';
import type { ChainHead } from '@/lib/audit-chain';
import { EnvProblem, startEnv } from '@/lib/env';
import { StartProblem } from '@/lib/problem';

function notedHead(): ChainHead | undefined {
  const { head } = parseArgs({ options: { head: { type: 'string' } } }).values;
  if (head === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(head) ?? [];
  if (hash === undefined) throw new StartProblem('Give --head as it was printed, like 120:4fe8…');
  return { seq: Number(seq), hash };
}

async function verify(): Promise<number> {
  const head = notedHead();
  const { DATABASE_URL, DATA_DIR } = startEnv();
  const server = DATABASE_URL ? null : await joinServer({ dataDir: DATA_DIR, say: console.log });
  const { db, close } = openDatabase(DATABASE_URL ?? server!.url, 1);
  try {
    const report = await verifyAudit(db, head);
    for (const { sentence } of report.problems) console.error(sentence);
    console.log(
      report.problems.length > 0
        ? `${report.rows} rows read, ${report.problems.length} problems.`
        : `${report.rows} rows read, each follows the one before. Head: ${report.head.seq}:${report.head.hash}`,
    );
    return report.problems.length > 0 ? 1 : 0;
  } finally {
    await close();
    await server?.stop();
  }
}

process.exitCode = await verify().catch((error: unknown) => {
  const known = error instanceof StartProblem || error instanceof EnvProblem;
  console.error(known ? `Pillarwatch: ${error.message}` : error);
  return 2;
});
