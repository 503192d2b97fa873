import { readFlowPage } from '@/app/_http/flow-data';
import { readMap } from '@/app/_http/map-data';
import { openDatabase } from '@/db/client';
import { currentIndex } from '@/db/index-feed';
import { noFilters, type Filters } from '@/lib/filters';
import { findMapView } from '@/lib/map/map-view';
import type { Bench } from '../run/bench';
import { duration, printTable } from '../run/table';
import { once, repeat } from '../run/timing';

const RUNS = { least: 5, most: 20, spend: 1_000 };
const asked: { name: string; filters: Filters }[] = [
  { name: 'nothing', filters: noFilters },
  {
    name: 'aid, 2020',
    filters: { ...noFilters, type: ['aid_shipment'], from: '2020-01-01', to: '2020-12-31' },
  },
  { name: 'confirmed, from 2005', filters: { ...noFilters, confidence: ['confirmed'], from: '2005-01-01' } },
  { name: 'the word “attack”', filters: { ...noFilters, q: 'attack' } },
];

/** What the pages of the map and of flows ask and lay out, without the HTML. */
export async function maps({ data, databaseUrl }: Bench): Promise<void> {
  const { db, close } = openDatabase(await databaseUrl(), 2);
  const world = { view: findMapView('world')!, measure: 'million' as const };
  const flows = (filters: Filters, of: string | null) =>
    readFlowPage(db, filters, { of, month: null, amount: null });
  try {
    await currentIndex(db);
    const first = await once(() => flows(noFilters, null));
    const rows: string[][] = [];
    for (const { name, filters } of asked) {
      const times = [
        await repeat(() => readMap(db, filters, world), RUNS),
        await repeat(() => flows(filters, null), RUNS),
        await repeat(() => flows(filters, 'CN'), RUNS),
      ];
      rows.push([name, ...times.map(({ median }) => duration(median))]);
    }
    printTable(
      `Map and flows at ${data.size.toLocaleString('en-GB')} events; the first flows of a state of the record take ${duration(first.ms)}`,
      ['filter', 'map', 'flows', 'flows of China'],
      rows,
    );
  } finally {
    await close();
  }
}
