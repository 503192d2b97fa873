import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { dayFromNumber } from '@/lib/days';
import { places, placeName } from '@/lib/places';
import { randomOf, weighted, weightedKey, zipf, type Random } from './random';
import { wordsOf, textOf } from './text';

/** The columns of ACLED's export since March 2023, in its order. */
const HEAD =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';

/** Kinds of events with their shares, as the codebook names them; the shares are assumed. */
const kinds = {
  'Political violence|Battles|Armed clash': 20,
  'Political violence|Explosions/Remote violence|Shelling/artillery/missile attack': 22,
  'Political violence|Explosions/Remote violence|Air/drone strike': 12,
  'Political violence|Violence against civilians|Attack': 9,
  'Demonstrations|Protests|Peaceful protest': 27,
  'Demonstrations|Riots|Mob violence': 4,
  'Strategic developments|Strategic developments|Disrupted weapons use': 3,
  'Strategic developments|Strategic developments|Arrests': 2,
  'Strategic developments|Strategic developments|Looting/property destruction': 1,
};
const drawKind = weightedKey(kinds);

/** Few countries, actors, towns and papers have most of the rows, as in any record of conflict. */
const countries = places.filter(({ code }) => /^[A-Z]{2}$/.test(code));
const drawCountry = weighted(zipf(countries.length, 1.1));
const ACTORS = 8000;
const drawActor = weighted(zipf(ACTORS, 1));
const TOWNS = 4000;
const drawTown = weighted(zipf(TOWNS, 0.8));
const PAPERS = 3000;
const drawPaper = weighted(zipf(PAPERS, 1));
const drawPrecision = weightedKey({ '1': 87, '2': 11, '3': 2 });
/** Most events kill nobody. */
const drawDead = weighted([78, 9, 5, 3, 1.5, 1, 0.7, 0.5, 0.4, 0.3, 0.3, 0.3]);
const FIRST_DAY = 17_532; // 1 January 2018
const DAYS = 2_500;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const actorOf = (random: Random): string => {
  const n = drawActor(random);
  return n % 3 === 0 ? `Military Forces of Group ${n} (2018-)` : `Unidentified Armed Group, ${n}`;
};

function placeCells(random: Random): (string | number)[] {
  const c = drawCountry(random);
  const town = drawTown(random);
  const spot = randomOf(c * TOWNS + town);
  const [north, east] = [spot.next() * 160 - 80, spot.next() * 360 - 180].map((degrees) =>
    degrees.toFixed(4),
  );
  const country = placeName(countries[c]!.code);
  const admin = [`Province ${town % 30}`, `District ${town % 300}`, ''];
  return ['', `Region ${c % 17}`, country, ...admin, `Town ${town}`, north!, east!, 1 + (town % 2)];
}

function rowOf(i: number, rows: number): string {
  const { summary, random } = wordsOf(i + 1, Math.max(rows, 100), 7);
  const [disorder = '', type = '', sub = ''] = drawKind(random).split('|');
  const day = dayFromNumber(FIRST_DAY + random.below(DAYS));
  const one = type === 'Protests';
  const precision = drawPrecision(random);
  const actors = [
    actorOf(random),
    one ? 'Labor Group' : '',
    'Rebel group',
    one ? '' : actorOf(random),
    '',
    '',
  ];
  const where = placeCells(random);
  const notes = `On ${day}, ${textOf(summary)}, "${i}" reported.`;
  const cells = [
    `X${i}`, day, day.slice(0, 4), precision, disorder, type, sub, ...actors, `${actors[2]} only`, '', ...where,
    `Paper ${drawPaper(random)}; Paper ${drawPaper(random)}`, 'National', notes, drawDead(random),
    one ? 'crowd size=no report' : '', 1_600_000_000 + i,
  ]; // prettier-ignore
  return cells.map((cell) => quoted(String(cell))).join(',');
}

/** A made file in the shape of ACLED's export: the same rows whenever it is made, with its skew and its lengths of notes. */
export async function acledFile(folder: string, rows: number): Promise<string> {
  const file = path.resolve(folder, `acled-31-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(file);
  out.write(`${HEAD}\n`);
  for (let i = 0; i < rows; i++) if (!out.write(`${rowOf(i, rows)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return file;
}
