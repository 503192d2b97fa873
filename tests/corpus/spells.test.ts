import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readSeedEvents } from '@/db/seed/seed-files';
import { shiftDay } from '@/lib/days';

const DAILY = path.resolve('../shared/data/oxcgrt-gbr-notes/OxCGRT_fullwithnotes_GBR_v1.csv');
const NOTES = path.resolve('../shared/design/domain.md');
const missing = [DAILY, NOTES].find((file) => !existsSync(file));

const spells = readSeedEvents().filter((event) => event.sourceSet === 'oxcgrt');
const ours = spells
  .map(({ region, startsOn, endsOn, tags }) =>
    [region, tags.includes('national') ? 'national' : 'targeted', startsOn, endsOn].join(' '),
  )
  .sort();

/** The spells of each nation in OxCGRT's own file: runs of days at level 2 or above with the same flag. */
function spellsOf(csv: string): string[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  const nations: Record<string, string> = {
    UK_ENG: 'GB-ENG',
    UK_NIR: 'GB-NIR',
    UK_SCO: 'GB-SCT',
    UK_WAL: 'GB-WLS',
  };
  const found: string[][] = [];
  let last = '';
  for (const row of rows) {
    const nation = nations[row.RegionCode!];
    if (!nation) continue;
    const national = Number(row.C6M_Flag) === 1 ? 'national' : 'targeted';
    const on = Number(row['C6M_Stay at home requirements']) >= 2 ? `${nation} ${national}` : '';
    const day = row.Date!.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
    if (on && on === last) found.at(-1)![2] = day;
    else if (on) found.push([on, day, day]);
    last = on;
  }
  return found.map((spell) => spell.join(' ')).sort();
}

/** The spells of the table in the design notes: "2020-03-23 – 05-12", the year given once. */
function spellsInNotes(notes: string): string[] {
  const nations = { England: 'GB-ENG', Wales: 'GB-WLS', Scotland: 'GB-SCT', 'N. Ireland': 'GB-NIR' };
  return Object.entries(nations).flatMap(([name, code]) => {
    const row = notes.split('\n').find((line) => line.startsWith(`| ${name} |`))!;
    return [...row.matchAll(/(\d{4})-(\d\d-\d\d) – (?:(\d{4})-)?(\d\d-\d\d)/g)].map(
      ([, year, from, otherYear, to]) => `${code} ${year}-${from} ${otherYear ?? year}-${to}`,
    );
  });
}

describe('the stay-at-home spells of the reference set', () => {
  it('say what they are, how long they lasted, and by whose definition', () => {
    for (const spell of spells) {
      const days = spell.measures.find(({ measure }) => measure === 'days')!.value;
      expect(shiftDay(spell.startsOn, days - 1)).toBe(spell.endsOn);
      expect(spell).toMatchObject({ type: 'lockdown', precision: 'day', confidence: 'confirmed' });
      expect(spell.summary).toContain('C6');
      expect(spell.tags.filter((tag) => ['national', 'targeted'].includes(tag))).toHaveLength(1);
      expect(spell.sources[0]).toMatchObject({ article: 'oxcgrt', licence: 'CC BY 4.0' });
    }
  });

  describe.skipIf(missing)(`against OxCGRT${missing ? ` (skipped: there is no ${missing})` : ''}`, () => {
    it('are what its daily values give', () => {
      expect(ours).toEqual(spellsOf(readFileSync(DAILY, 'utf8')));
    });

    it('are those of the table in the design notes', () => {
      const untagged = ours.map((spell) => spell.replace(/ (national|targeted)/, ''));
      expect(untagged.sort()).toEqual(spellsInNotes(readFileSync(NOTES, 'utf8')).sort());
    });
  });
});
