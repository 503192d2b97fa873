import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { binCell, buildIndex, countFacets, placeNumber, withChanges, type IndexRow } from '@/lib/event-index';
import type { Filters } from '@/lib/filters';
import { binsBetween, periodFor } from '@/lib/periods';
import { isWithin } from '@/lib/places';
import { confidences, datingOf, datings, eventTypes, pillars } from '@/lib/vocabulary';
import { anyEvent, anyFilters, somePlaces } from '../setup/arbitraries';

const rowOf = (event: EventInput, id: number): IndexRow => ({
  id,
  start: dayNumber(event.startsOn),
  end: dayNumber(event.endsOn),
  place: placeNumber(event.region),
  type: eventTypes.indexOf(event.type),
  pillarMask: event.pillars.reduce((mask, pillar) => mask | (1 << pillars.indexOf(pillar)), 0),
  confidence: confidences.indexOf(event.confidence),
  dating: datings.indexOf(datingOf(event.precision)),
});

/** The filters once more, one event at a time, as plainly as they can be said. */
function passes(event: EventInput, filters: Filters, except?: keyof Filters): boolean {
  const free = (key: keyof Filters, test: boolean): boolean =>
    key === except || [filters[key] ?? []].flat().length === 0 || test;
  return (
    free('from', event.endsOn >= filters.from!) &&
    free('to', event.startsOn <= filters.to!) &&
    free(
      'pillar',
      event.pillars.some((pillar) => filters.pillar.includes(pillar)),
    ) &&
    free('type', filters.type.includes(event.type)) &&
    free(
      'region',
      filters.region.some((code) => isWithin(event.region, code)),
    ) &&
    free('confidence', filters.confidence.includes(event.confidence)) &&
    free('dated', filters.dated.includes(datingOf(event.precision)))
  );
}

const events = fc.array(anyEvent, { maxLength: 60 });

describe('countFacets', () => {
  it('counts as one would by hand', () => {
    fc.assert(
      fc.property(events, anyFilters, (list, filters) => {
        const counts = countFacets(buildIndex(list.map(rowOf)), filters);
        const by = (except: keyof Filters, test: (event: EventInput) => boolean) =>
          list.filter((event) => passes(event, filters, except) && test(event)).length;
        expect(counts.total).toBe(list.filter((event) => passes(event, filters)).length);
        pillars.forEach((pillar, i) =>
          expect(counts.pillar[i]).toBe(by('pillar', (event) => event.pillars.includes(pillar))),
        );
        eventTypes.forEach((type, i) =>
          expect(counts.type[i]).toBe(by('type', (event) => event.type === type)),
        );
        confidences.forEach((one, i) =>
          expect(counts.confidence[i]).toBe(by('confidence', (event) => event.confidence === one)),
        );
        datings.forEach((one, i) =>
          expect(counts.dated[i]).toBe(by('dated', (event) => datingOf(event.precision) === one)),
        );
        for (const code of somePlaces)
          expect(counts.region[placeNumber(code)]).toBe(
            by('region', (event) => isWithin(event.region, code)),
          );
      }),
    );
  });

  it('puts every event into one bin, and into one cell for each of its pillars', () => {
    fc.assert(
      fc.property(events, anyFilters, (list, filters) => {
        const bins = binsBetween('2019-06-01', '2021-10-31', periodFor('2019-06-01', '2021-10-31'));
        const counts = countFacets(buildIndex(list.map(rowOf)), filters, {
          binStarts: bins.map((bin) => dayNumber(bin.from)),
        });
        expect(counts.binTotals.reduce((a, b) => a + b, 0)).toBe(counts.total);
        const passing = list.filter((event) => passes(event, filters));
        pillars.forEach((pillar, p) => {
          let sum = 0;
          for (let bin = 0; bin < bins.length; bin++)
            for (let d = 0; d < datings.length; d++) sum += counts.bins[binCell(bin, p, d)]!;
          expect(sum).toBe(passing.filter((event) => event.pillars.includes(pillar)).length);
        });
      }),
    );
  });

  it('is the same after changes as when built anew', () => {
    fc.assert(
      fc.property(events, events, fc.array(fc.nat(80)), (before, incoming, gone) => {
        const rows = before.map(rowOf);
        // Some of the incoming replace, some are new.
        const changes = incoming.map((event, i) => rowOf(event, i * 2));
        const left = new Set(gone.filter((id) => !changes.some((row) => row.id === id)));
        const kept = rows.filter(
          (row) => !left.has(row.id) && !changes.some((change) => change.id === row.id),
        );
        expect(withChanges(buildIndex(rows), left, changes)).toEqual(buildIndex([...kept, ...changes]));
      }),
    );
  });
});

describe('periods', () => {
  it('cover every day once, empty ones kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(20_000), (start, length) => {
        const day = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
        const [from, to] = [day(start), day(start + length)];
        const bins = binsBetween(from, to, periodFor(from, to));
        expect(bins[0]!.from <= from && bins.at(-1)!.to >= to).toBe(true);
        for (let i = 1; i < bins.length; i++)
          expect(dayNumber(bins[i]!.from)).toBe(dayNumber(bins[i - 1]!.to) + 1);
      }),
    );
  });
});
