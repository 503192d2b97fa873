import { createAlert } from '@/db/alerts';
import { addAnnotation } from '@/db/annotations';
import { createKey } from '@/db/api-keys';
import { recordAssessment } from '@/db/assessments';
import type { Database } from '@/db/client';
import { recordEvidence } from '@/db/evidence';
import { saveRules } from '@/db/import/preset-rules';
import { writeIndicator } from '@/db/indicators';
import { comment, propose } from '@/db/review';
import { writeSeries } from '@/db/series';
import { makeSourceSet } from '@/db/source-sets';
import type { Author } from '@/lib/author';
import type { EventInput } from '@/lib/event';
import { indicatorSchema } from '@/lib/indicators/indicator';
import { shippedRules } from '@/lib/import/presets';
import { acled } from '@/lib/import/presets/acled';
import { observationSchema, seriesSchema } from '@/lib/series/series';
import { short, TEXT, XSS } from './attacks';
import { attacksIndicator } from './attacks-by-month';
import { check, fromRow } from './import';

/** What an attack was written into besides the events: where it shows. */
export interface HostileDesk {
  alert: number;
  import: number;
}

async function writeStatistics(db: Database, slug: string, by: Author): Promise<void> {
  const series = seriesSchema.parse({
    key: 'hostile',
    title: TEXT,
    unit: short(40),
    description: TEXT,
    geography: short(80),
    publisher: TEXT,
    licence: TEXT,
    standing: TEXT,
    url: 'https://stats.example/"><svg/onload=alert(1)>',
  });
  const days = { startsOn: '2019-04-01', endsOn: '2020-03-31' };
  const number = observationSchema.parse({ ...days, value: 5, marks: ['b'], source: TEXT, note: TEXT });
  await writeSeries(db, series, [number], by);
  const indicator = indicatorSchema.parse({
    ...attacksIndicator,
    slug: 'hostile',
    question: TEXT,
    why: TEXT,
    query: `q=${encodeURIComponent(TEXT)}`,
    measure: 'sum',
    counted: 'quantity',
    unit: short(60),
  });
  await writeIndicator(db, { ...indicator, position: 0, retired: false }, by);
  await recordEvidence(db, { indicator: 'hostile', event: slug, bearing: 'supports', note: TEXT }, by, 0);
}

/** Writes an attack into every text of the desk that is no event's own: about the published event `slug` in its version `version`. */
export async function writeHostileDesk(
  to: { db: Database; url: string },
  { slug, version, proposed }: { slug: string; version: number; proposed: EventInput },
  by: Author,
): Promise<HostileDesk> {
  const { db } = to;
  await propose(db, slug, version, proposed, by);
  await comment(db, slug, TEXT, by);
  const note = { startsOn: '2020-03-23', endsOn: '2020-03-24', text: TEXT, place: null, pillar: null };
  await addAnnotation(db, note, by);
  const key = { month: '2020-03-01', place: 'GB', pillar: 'prevent' as const };
  await recordAssessment(db, { ...key, trend: 'improved', reason: TEXT }, by, 0);
  await writeStatistics(db, slug, by);
  const alert = await createAlert(
    db,
    { kind: 'webhook', target: `https://hook.example/${TEXT}`, indicators: ['hostile'], statuses: ['high'] },
    'sealed',
    by,
  );
  await createAlert(
    db,
    { kind: 'mail', target: `"${TEXT}"@x.example`, indicators: [], statuses: ['high'] },
    null,
    by,
  );
  const rules = shippedRules(acled);
  const rule = { ...rules.rules[0]!, when: [{ column: TEXT, is: [TEXT] }], skip: TEXT };
  await saveRules(db, acled, { ...rules, rules: [rule, ...rules.rules] }, { seen: 0, by });
  await createKey(db, { name: short(60), scopes: ['events:write'], ownerId: by.id, days: 1 }, by);
  await makeSourceSet(
    db,
    { key: 'hostile', title: TEXT, description: TEXT, attribution: TEXT, licence: TEXT, url: null },
    by,
  );
  const raw = { [XSS]: TEXT };
  const problems = [{ column: XSS, value: TEXT, reason: TEXT }];
  const file = await check({ ...to, by, set: 'hostile' }, [
    fromRow(2, { ...proposed, slug: 'hostile-import' }, TEXT),
    // Like the first: held back, and so listed by its title.
    fromRow(3, { ...proposed, slug: 'hostile-import' }, null),
    { kind: 'rejected', row: 4, problems, raw },
    { kind: 'skipped', row: 5, reason: TEXT },
  ]);
  return { alert, import: file.id };
}
