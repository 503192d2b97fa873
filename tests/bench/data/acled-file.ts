import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const HEAD = [
  'event_id_cnty',
  'event_date',
  'event_type',
  'sub_event_type',
  'actor1',
  'actor2',
  'country',
  'location',
  'latitude',
  'longitude',
  'source',
  'notes',
  'fatalities',
];
const KINDS = [
  ['Battles', 'Armed clash'],
  ['Protests', 'Peaceful protest'],
  ['Riots', 'Mob violence'],
  ['Explosions/Remote violence', 'Shelling/artillery/missile attack'],
] as const;
const COUNTRIES = ['France', 'Germany', 'Ukraine', 'Nigeria', 'India', 'Brazil'];
const WORDS =
  'police crowd market road forces village reported several clashed near after between armed group city'.split(
    ' ',
  );

function rowOf(i: number): (string | number)[] {
  const [kind, sub] = KINDS[i % KINDS.length]!;
  const day = new Date(Date.UTC(2018, 0, 1 + ((i * 7) % 1400))).toISOString().slice(0, 10);
  const note = Array.from({ length: 30 }, (_, w) => WORDS[(i * 31 + w * w * 17) % WORDS.length]).join(' ');
  const who = [`Group ${i % 900}`, `Civilians ${i % 50}`];
  const where = [COUNTRIES[i % COUNTRIES.length]!, `Town ${i % 5000}`, (i % 160) - 80, (i % 340) - 170];
  return [`X${i}`, day, kind, sub, ...who, ...where, `Paper ${i % 200}`, note, i % 5];
}

/** A made file in the shape of ACLED's export: two actors, a place with its point, a number and thirty words a row. */
export async function acledFile(folder: string, rows: number): Promise<string> {
  const file = path.resolve(folder, `acled-${rows}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const out = createWriteStream(file);
  out.write(`${HEAD.join(',')}\n`);
  for (let i = 0; i < rows; i++) if (!out.write(`${rowOf(i).join(',')}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  return file;
}
