import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventSchema, slugFrom } from '@/lib/event';
import { anyEvent } from '../setup/arbitraries';

const good = fc.sample(anyEvent, { numRuns: 1, seed: 1 })[0]!;
const refused = (change: object): string[] => {
  const result = eventSchema.safeParse({ ...good, ...change });
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
};
const source = (change: object) => ({ sources: [{ ...good.sources[0], ...change }] });

describe('eventSchema', () => {
  it('takes what it has made', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(eventSchema.parse(event)).toEqual(event);
      }),
    );
  });

  it.each([
    ['title', { title: '  ' }],
    ['title', { title: 'x'.repeat(91) }],
    ['pillars', { pillars: [] }],
    ['type', { type: 'party' }],
    ['region', { region: 'ZZ' }],
    ['startsOn', { startsOn: '2020-02-02', endsOn: '2020-02-01', precision: 'day' }],
    ['startsOn', { startsOn: '2020-02-02', endsOn: '2020-02-28', precision: 'month' }],
    ['startsOn', { startsOn: '2020-02-30' }],
    ['longitude', { latitude: 1, longitude: null }],
    ['latitude', { latitude: 'north', longitude: '0' }],
    ['sources', { sources: [] }],
    ['sources.0.url', source({ url: 'javascript:alert(1)' })],
    ['sources.0.url', source({ url: 'data:text/html,x' })],
    ['sources.0.paragraph', source({ paragraph: '1.5' })],
    ['measures.0.value', { measures: [{ measure: 'killed', value: 'many', unit: 'people' }] }],
    ['tags.0', { tags: ['Not a tag!'] }],
  ])('names %s where it is wrong', (path, change) => {
    expect(refused(change)).toContain(path);
  });

  it('reads numbers as people type them', () => {
    const parsed = eventSchema.parse({
      ...good,
      measures: [{ measure: 'usd', value: '280,000,000', unit: 'US dollars' }],
      latitude: '51.5',
      longitude: '-0.1',
    });
    expect([parsed.measures[0]!.value, parsed.latitude, parsed.longitude]).toEqual([280_000_000, 51.5, -0.1]);
  });

  it('makes slugs that it accepts, from any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(eventSchema.shape.slug.safeParse(slugFrom(title, '2020-01-01')).success).toBe(true);
      }),
    );
  });
});
