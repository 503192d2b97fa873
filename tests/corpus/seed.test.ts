import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { articles } from '@/db/seed/articles';
import { readSeedEvents } from '@/db/seed/seed';
import { eventTypes, pillars } from '@/lib/vocabulary';
import { articleText, footnotesOf, missing, paragraphsOf, runsOf } from './articles';

const SPELLS = path.resolve('../shared/data/oxcgrt-gbr-notes/OxCGRT_fullwithnotes_GBR_v1.csv');
const events = await readSeedEvents();
const coded = events.filter((event) => event.sources.some((source) => source.article !== 'oxcgrt'));
const corpusKeys = articles.map((article) => article.key).filter((key) => key !== 'oxcgrt');

describe('the coded corpus', () => {
  it('has at least eighty events, from every article, of every type and pillar', () => {
    expect(coded.length).toBeGreaterThanOrEqual(80);
    expect(new Set(coded.flatMap((event) => event.sources.map((source) => source.article)))).toEqual(
      new Set(corpusKeys),
    );
    expect(new Set(coded.map((event) => event.type))).toEqual(new Set(eventTypes));
    expect(new Set(coded.flatMap((event) => event.pillars))).toEqual(new Set(pillars));
  });

  it('names each event once', () => {
    expect(new Set(events.map((event) => event.slug)).size).toBe(events.length);
  });
});

describe.skipIf(missing !== null)(`against the articles (${missing ?? 'present'})`, () => {
  it('every locator is there', () => {
    for (const { slug, sources } of coded) {
      for (const { article, paragraph, footnote } of sources) {
        const text = articleText(article!);
        expect([...paragraphsOf(text).keys()], `${slug}: paragraph of ${article}`).toContain(paragraph);
        if (footnote)
          expect([...footnotesOf(text).keys()], `${slug}: footnote of ${article}`).toContain(footnote);
      }
    }
  });

  it('no run of eight words is copied', () => {
    const theirs = new Set(
      corpusKeys.flatMap((key) => runsOf(articleText(key).replaceAll(/\[\d+\]/g, ' '), 8)),
    );
    for (const { title, summary, dateText, locality, actors } of coded) {
      const ours = [title, summary, dateText, locality, ...actors.map(({ name }) => name)];
      expect(ours.flatMap((part) => runsOf(part ?? '', 8)).filter((run) => theirs.has(run))).toEqual([]);
    }
  });
});

/** The stay-at-home spells of each nation: runs of days at level 2 or above with the same flag. */
function spellsOf(csv: string): string[] {
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  const nations: Record<string, string> = {
    UK_ENG: 'GB-ENG',
    UK_NIR: 'GB-NIR',
    UK_SCO: 'GB-SCT',
    UK_WAL: 'GB-WLS',
  };
  const spells: string[][] = [];
  let last = '';
  for (const row of rows) {
    const nation = nations[row.RegionCode!];
    if (!nation) continue;
    const on = Number(row['C6M_Stay at home requirements']) >= 2 ? `${nation} ${row.C6M_Flag}` : '';
    const day = row.Date!.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
    if (on && on === last) spells.at(-1)![2] = day;
    else if (on) spells.push([on, day, day]);
    last = on;
  }
  return spells.map((spell) => spell.join(' ')).sort();
}

const noSpells = !existsSync(SPELLS);
describe.skipIf(noSpells)(
  `the lockdown spells${noSpells ? ' (skipped: there is no ../shared/data on this machine)' : ''}`,
  () => {
    it('are those of OxCGRT', () => {
      const ours = events
        .filter((event) => event.tags.includes('oxcgrt'))
        .map(
          (event) =>
            `${event.region} ${event.tags.includes('national') ? 1 : 0} ${event.startsOn} ${event.endsOn}`,
        );
      expect(ours.sort()).toEqual(spellsOf(readFileSync(SPELLS, 'utf8')));
    });
  },
);
