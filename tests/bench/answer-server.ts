/**
 * What the product's dashboard could cost at the least: a plain Node handler, in a process of its own, that reads the
 * filters of the address, makes the index current and answers its counts as JSON. Started by the `http` subject with the
 * database's address and a port.
 */
import { createServer } from 'node:http';
import { openDatabase } from '@/db/client';
import { currentIndex } from '@/db/index-feed';
import { countFacets } from '@/lib/count-facets';
import { parseFilters } from '@/lib/filters';
import { monthStarts } from './counting/narrow';

const [url, port] = process.argv.slice(2);
const { db } = openDatabase(url!);
/** By year, as the pages ask it: a histogram as fine as a chart can show. */
const years = monthStarts.filter((_start, month) => month % 12 === 0);

const isCounts = (value: unknown): value is Uint32Array => value instanceof Uint32Array;

/** Typed arrays as JSON has them; a replacer would be called for every number. */
function plain(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => {
      if (isCounts(one)) return [key, Array.from(one)];
      return [key, typeof one === 'object' && one !== null ? plain(one) : one];
    }),
  );
}

async function answer(path: string): Promise<string> {
  const { filters } = parseFilters(new URL(path, 'http://localhost').searchParams);
  const { index, revision } = await currentIndex(db);
  const counts = countFacets(index, filters, { binStarts: years });
  return JSON.stringify({ revision, ...plain(counts) });
}

await currentIndex(db);
createServer((request, response) => {
  answer(request.url ?? '/').then(
    (body) => response.setHeader('content-type', 'application/json').end(body),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
}).listen(Number(port), () => process.send!('listening'));
