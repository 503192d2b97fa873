import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are its first ones, in each. */
const sections = `
  1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1
  4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2
  7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2
  10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5
  14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2`;
const required = Array.from(sections.matchAll(/(\d+\.\d+):(\d+)/g), ([, section, count]) =>
  Array.from({ length: Number(count) }, (_, i) => `${section}.${i + 1}`),
).flat();

/** The requirements that a row of the table is about, from its first cell: single ones, ranges, sections and chapters. */
function namedIn(row: string): (id: string) => boolean {
  const cell = row.split('|')[1]!.replaceAll(/\(.*?\)/g, '');
  const found = [...cell.matchAll(/(\d+(?:\.\d+){0,2})(?:–\d+\.\d+\.(\d+))?/g)];
  return (id) =>
    found.some(([, from = '', to]) => {
      if (to === undefined) return id === from || id.startsWith(`${from}.`);
      const [section, first] = [from.slice(0, from.lastIndexOf('.')), Number(from.split('.')[2])];
      const [of, n] = [id.slice(0, id.lastIndexOf('.')), Number(id.split('.')[2])];
      return of === section && n >= first && n <= Number(to);
    });
}

const table = text.slice(text.indexOf('## ASVS 5.0.0'), text.indexOf('## What issue 6 asks'));
const rows = table.split('\n').filter((line) => /^\| \d/.test(line));

describe('the table of defences', () => {
  it('has a row for each requirement of levels 1 and 2, 253 of them', () => {
    expect(required).toHaveLength(253);
    const named = rows.map(namedIn);
    expect(required.filter((id) => !named.some((isNamed) => isNamed(id)))).toEqual([]);
  });

  it('names tests that are there', () => {
    const there = readdirSync('tests', { recursive: true, encoding: 'utf8' });
    const asked = [...text.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(100);
    const missing = asked.filter(
      (name) => !there.some((file) => `tests/${file}`.endsWith(`/${name.replace(/^tests\//, '')}`)),
    );
    expect(missing).toEqual([]);
  });
});
