import { csvOf, type Sheet } from '@/lib/csv';
import { auditExport } from './audit-export';

/** What a CSV file says of itself. */
export const CSV_TYPE = { 'Content-Type': 'text/csv; charset=utf-8; header=present' };

/** A table as a CSV file; a large one is audited. */
export async function csvAnswer(
  request: Request,
  sheet: Sheet,
  headers: Record<string, string>,
): Promise<Response> {
  await auditExport(request, 'csv', sheet.rows.length);
  return new Response(csvOf(sheet), { headers: { ...headers, ...CSV_TYPE } });
}
