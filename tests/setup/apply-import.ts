/** A server that writes an import, to be killed in the middle: DATABASE_URL=… AUTH_SECRET=… node --import tsx apply-import.ts IMPORT. */
import { startApply } from '@/app/_http/import-jobs';

// A server stays.
setInterval(() => {}, 60_000);
await startApply(Number(process.argv[2]), null);
