import { countInterval } from '@/lib/stats/count-interval';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeedEvents } from '@/db/seed/seed-files';
import { dayNumber, shiftDay } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { withChanges } from '@/lib/event-index';
import { eventStudy } from '@/lib/event-study/event-study';
import type { OutcomeDays } from '@/lib/event-study/outcome-days';
import { studyOfIndex } from '@/lib/event-study/study-of-index';
import {
  parseStudy,
  strictStudy,
  studyToQuery,
  withAsOf,
  type StudyQuestion,
} from '@/lib/event-study/study-question';
import { studyZeros } from '@/lib/event-study/study-zeros';
import { datesSentence, studySentence } from '@/lib/event-study/study-words';
import { filterPhrase } from '@/lib/filter-phrase';
import { noFilters, withFilters, type Filters } from '@/lib/filters';
import { isWithin } from '@/lib/places';
import { datingOf } from '@/lib/vocabulary';
import { anyEvent, anyFilters } from '../setup/arbitraries';
import { indexOf, rowOf } from '../setup/index-rows';
import { passes } from '../setup/naive';

/** Mostly wide filters: narrow ones find too little to be counted. */
const wide = fc.oneof(
  { weight: 2, arbitrary: fc.constant(noFilters) },
  { weight: 1, arbitrary: anyFilters.map(({ dated }) => ({ ...noFilters, dated })) },
  { weight: 1, arbitrary: anyFilters.map(({ pillar, from, to }) => ({ ...noFilters, pillar, from, to })) },
);
/** Events within two hundred days, so that windows hold some. */
const nearEvent: fc.Arbitrary<EventInput> = fc
  .record({
    event: anyEvent,
    start: fc.integer({ min: 0, max: 199 }),
    precision: fc.constantFrom('day', 'day', 'part_of_month', 'month', 'reported'),
    length: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ event, start, precision, length }) => {
    const startsOn = shiftDay('2020-01-01', start);
    const more = { day: length, part_of_month: 7 + length, month: 27 + length, reported: 0 }[precision];
    return { ...event, precision, startsOn, endsOn: shiftDay(startsOn, more) };
  });

const anyQuestion: fc.Arbitrary<StudyQuestion> = fc.record({
  anchors: wide,
  outcome: wide,
  weeks: fc.integer({ min: 1, max: 6 }),
  gap: fc.integer({ min: 0, max: 2 }),
  at: fc.constantFrom('start', 'end'),
  uncertain: fc.constantFrom('out', 'middle'),
  where: fc.constantFrom('any', 'own'),
});

const days = ({ startsOn, endsOn }: EventInput): number[] =>
  Array.from({ length: dayNumber(endsOn) - dayNumber(startsOn) + 1 }, (_, i) => dayNumber(startsOn) + i);
const undated = (filters: Filters): Filters => withFilters(filters, { from: null, to: null });

/** Days 0 with their places, by the words of the method. */
function zerosByHand(events: EventInput[], { anchors: asked, at, uncertain, where }: StudyQuestion) {
  const found = new Map<string, { day: number; place: string | null; anchors: number }>();
  for (const event of events.filter((one) => passes(one, undated(asked)))) {
    const [first, last] = [dayNumber(event.startsOn), dayNumber(event.endsOn)];
    const exact = datingOf(event.precision) === 'exact';
    if (!exact && uncertain === 'out') continue;
    const day = exact ? (at === 'start' ? first : last + 1) : Math.floor((first + last) / 2);
    if (asked.from && day < dayNumber(asked.from)) continue;
    if (asked.to && day > dayNumber(asked.to)) continue;
    const place = where === 'own' ? event.region : null;
    const anchors = (found.get(`${day} ${place}`)?.anchors ?? 0) + 1;
    found.set(`${day} ${place}`, { day, place, anchors });
  }
  return [...found.values()];
}

/** A study as one would make it with a pencil: day by day, event by event. */
function byHand(events: EventInput[], question: StudyQuestion, observed: { from: number; to: number }) {
  const { weeks, gap, outcome } = question;
  const [near, far] = [gap * 7, (gap + weeks) * 7];
  const seen = (day: number): boolean => day >= observed.from && day <= observed.to;
  const enough = (day: number): boolean =>
    [0, 1].every((side) => {
      const window = Array.from({ length: weeks * 7 }, (_, i) => (side ? day + near + i : day - far + i));
      return window.filter(seen).length * 2 >= window.length;
    });
  const zeros = zerosByHand(events, question).filter(({ day }) => enough(day));
  const withReported = outcome.dated.includes('reported');
  const side = () => ({ days: 0, events: 0, share: 0 });
  const counts = { before: side(), after: side(), both: 0, gap: 0 };
  for (const place of new Set(zeros.map((zero) => zero.place))) {
    const own = zeros.filter((zero) => zero.place === place).map(({ day }) => day);
    const kindOf = (day: number): 'none' | 'gap' | 'both' | 'before' | 'after' => {
      if (!seen(day)) return 'none';
      if (own.some((zero) => day >= zero - near && day < zero + near)) return 'gap';
      const before = own.some((zero) => day >= zero - far && day < zero - near);
      const after = own.some((zero) => day >= zero + near && day < zero + far);
      return before && after ? 'both' : before ? 'before' : after ? 'after' : 'none';
    };
    for (let day = observed.from; day <= observed.to; day++) {
      const kind = kindOf(day);
      if (kind === 'both' || kind === 'gap') counts[kind]++;
      else if (kind !== 'none') counts[kind].days++;
    }
    for (const event of events.filter((one) => passes(one, undated(outcome)))) {
      if (place !== null && !isWithin(event.region, place)) continue;
      const dating = datingOf(event.precision);
      if (dating === 'reported' && !withReported) continue;
      const possible = dating === 'span' ? days(event) : [dayNumber(event.startsOn)];
      for (const kind of ['before', 'after'] as const) {
        const held = possible.filter((day) => kindOf(day) === kind).length;
        counts[kind].share += held / possible.length;
        if (held * 2 > possible.length) counts[kind].events++;
      }
    }
  }
  return { zeros, counts };
}

const plain = (side: { days: number; events: number; share: number }) => ({
  days: side.days,
  events: side.events,
  share: expect.closeTo(side.share, 6) as number,
});

const exactDays = ([from, to]: [number, number], ...starts: number[]): OutcomeDays => {
  const [exact, reported] = [new Uint32Array(to - from + 1), new Uint32Array(to - from + 1)];
  for (const start of starts) if (start >= from && start <= to) exact[start - from]!++;
  return { observed: { from, to }, exact, reported, spans: [] };
};

describe('an event study', () => {
  it('counts as one would by hand, whatever the events, the question, and edits beside the index', () => {
    fc.assert(
      fc.property(
        fc.array(nearEvent, { minLength: 3, maxLength: 30 }),
        fc.nat(),
        anyQuestion,
        (events, cut, question) => {
          // Some come in afterwards, and one is taken away: as edits leave the index.
          const held = events.slice(0, cut % (events.length + 1));
          const gone = new Set(held.length > 1 ? [0] : []);
          const late = events.slice(held.length).map((event, i) => rowOf(event, held.length + i));
          const index = withChanges(indexOf(held), gone, late);
          const left = events.filter((_, i) => !gone.has(i));
          const found = studyOfIndex(index, question, { anchors: null, outcome: null });
          if (found === null) return;
          const { zeros, counts } = found.study;
          const expected = byHand(left, question, found.observed);
          expect({ zeros, both: counts.both, gap: counts.gap }).toEqual({
            zeros: expected.zeros.length,
            both: expected.counts.both,
            gap: expected.counts.gap,
          });
          expect(counts.before).toMatchObject(plain(expected.counts.before));
          expect(counts.after).toMatchObject(plain(expected.counts.after));
          const named = studyZeros(found);
          const byName = (a: { day: number; place: string | null }, b: typeof a): number =>
            a.day - b.day || (a.place ?? '').localeCompare(b.place ?? '');
          expect(named.map(({ day, place, anchors }) => ({ day, place, anchors })).sort(byName)).toEqual(
            expected.zeros.sort(byName),
          );
          for (const { anchors, ids } of named) expect(ids).toHaveLength(Math.min(4, anchors));
          // The mean weeks are added up without going through the rows; the rows must tell the same.
          for (const [i, week] of found.study.weeks.entries()) {
            const seen = found.study.rows.flatMap(({ weeks }) => weeks[i] ?? []);
            expect(week.zeros).toBe(seen.length);
            expect(week.events).toBeCloseTo(
              seen.reduce((sum, n) => sum + n, 0),
              6,
            );
          }
          // What the dates leave open holds what was counted.
          expect(counts.least.after).toBeLessThanOrEqual(counts.after.events);
          expect(counts.most.after).toBeGreaterThanOrEqual(counts.after.events);
          expect(studySentence(found.study, question, found)).toMatch(/^[A-Z0-9].*[^.]\.$/s);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks the same of other dates by moving every window together', () => {
    const around = fc.array(fc.integer({ min: 0, max: 299 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        around,
        fc.array(fc.integer({ min: 60, max: 240 }), { minLength: 1, maxLength: 3 }),
        (starts, zeros) => {
          const sorted = [...new Set(zeros)].sort((a, b) => a - b);
          const study = (moved: number) =>
            eventStudy(
              [
                {
                  place: null,
                  zeros: sorted.map((day) => day + moved),
                  outcome: exactDays([0, 299], ...starts),
                },
              ],
              { weeks: 3, gap: 0 },
              false,
            );
          const here = study(0);
          const { placebo } = here;
          if (placebo === null) return;
          // Moved by that much and counted anew, the study has the difference that was foretold.
          for (const [i, shift] of placebo.shifts.entries()) {
            if (i % 17 > 0) continue;
            const there = study(shift);
            if (there.cut > 0) continue;
            expect(placebo.others[i]).toBeCloseTo(there.placebo!.own, 9);
          }
          const extreme = placebo.others.filter((other) => Math.abs(other) >= Math.abs(placebo.own) - 1e-9);
          expect(placebo.share).toBe((1 + extreme.length) / (1 + placebo.others.length));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('tells a jump from a burst that other dates show as well', () => {
    const question = parseStudy(new URLSearchParams('a.type=policy&b.type=attack&b.region=GB')).question;
    const told = (starts: number[]) => {
      const outcome = exactDays([0, 800], ...starts);
      const study = eventStudy([{ place: null, zeros: [400], outcome }], { weeks: 12, gap: 0 }, false);
      return { study, said: studySentence(study, question, { leftOut: 0 }) };
    };
    const jump = told(Array.from({ length: 20 }, (_, i) => 400 + i * 4));
    expect(jump.study.weeks[12]).toMatchObject({ week: 0, zeros: 1, events: 2, mean: 2 });
    expect(jump.said).toBe(
      'Attacks in the United Kingdom: 20 in the 12 weeks after the first day of policy decisions, none in the 12 weeks before (95 per cent interval of the ratio 4.9 and above, p under 0.001; 20 events): chance alone would seldom make so large a difference.',
    );
    // Bursts every two hundred days: wherever one looks there is such a difference soon.
    const bursts = told(
      [0, 200, 400, 600].flatMap((first) => Array.from({ length: 20 }, (_, i) => first + i)),
    );
    expect(bursts.study.ratio!.p).toBeLessThan(0.001);
    expect(bursts.said).toMatch(/yet it is nothing special here: at \d+ per cent of dates/);
  });

  it('answers the corpus honestly: few events, months for days, reports left out', () => {
    const index = indexOf(readSeedEvents());
    const ask = (query: string) => {
      const { question } = parseStudy(new URLSearchParams(query));
      const { study, leftOut } = studyOfIndex(index, question, { anchors: null, outcome: null })!;
      return `${studySentence(study, question, { leftOut })} ${datesSentence(study)}`;
    };
    expect(ask('a.type=lockdown&a.region=GB&b.type=propaganda&weeks=8')).toMatch(
      /^Messages and claims were 3\.0 times as frequent .* \(95 per cent interval of the ratio 0\.24 to 157, p = 0\.63; 4 events\): too few to tell\. 3 of the 4 events are dated to a span .* known only by the day of a report in these days, and are left out\.$/,
    );
    expect(ask('a.type=attack&a.region=FR&b.type=attack')).toBe(
      'Not enough data: the record holds no attacks in France, and so no day 0. ',
    );
    expect(ask('a.type=policy&a.region=GB&b.type=policy')).toMatch(
      /^Not enough data: no day is known for policy decisions in the United Kingdom, only longer spans or reports \(\d+\);/,
    );
    expect(ask('a.type=lockdown&a.region=GB&b.type=attack&b.region=GB&at=end')).toMatch(
      /too few to tell\. Both events are dated to a span of days/,
    );
    expect(ask('a.type=lockdown&a.region=GB&b.type=attack&b.region=GB')).toMatch(
      /before or after .* 2 events may lie on either side/,
    );
    expect(ask('a.type=lockdown&a.region=GB&b.type=attack&weeks=52')).toMatch(
      /^Not enough data: the record does not reach/,
    );
  });

  it('has an exact interval for its means, and for many events one as near as can be told apart', () => {
    // R: poisson.test(n)$conf.int; from 1,000 on the sums of Poisson probabilities, with no gamma function.
    for (const [events, low, high] of [
      [0, 0, 3.688879],
      [7, 2.814363, 14.42268],
      [499, 456.1724324, 544.7654564],
      [500, 457.1285769, 545.8092686],
      [1000, 938.9730184, 1063.952136],
      [5000, 4862.359189, 5140.548949],
    ] as const) {
      const interval = countInterval(events);
      expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(2e-6 * low);
      expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(2e-6 * high);
    }
  });

  it('has one address for a question, and refuses what a program has misspelt', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(null, '2020-11-20'), (asked, asOf) => {
        const question = withAsOf(asked, asOf);
        const query = studyToQuery(question);
        expect(parseStudy(new URLSearchParams(query))).toEqual({ question, problems: [] });
      }),
      { numRuns: 50 },
    );
    const { problems } = strictStudy(new URLSearchParams('a.typ=attack&b.type=atack&weeks=99&at=middle'));
    expect(problems.map(({ parameter }) => parameter).sort()).toEqual([
      'a.typ',
      'a.type',
      'at',
      'b.type',
      'b.type',
      'weeks',
    ]);
  });

  it('names what it counts in a phrase', () => {
    const phrase = filterPhrase({
      ...noFilters,
      type: ['attack', 'plot'],
      pillar: ['prevent', 'pursue'],
      region: ['FR', 'GB'],
      from: '2020-03-01',
    });
    expect(phrase).toBe(
      'attacks and plots that bear on Prevent or Pursue in France or the United Kingdom from 1 March 2020',
    );
  });
});
