/** A process that writes an import, to be killed in the middle: node --import tsx apply-import.ts URL IMPORT. */
import { openDatabase } from '@/db/client';
import { runJob } from '@/db/import/job';

const [url, id] = process.argv.slice(2) as [string, string];
const { db, close } = openDatabase(url, 2);
await runJob(db, url, Number(id), { kind: 'apply', by: null });
await close();
