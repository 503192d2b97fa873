import { dayFromNumber, dayNumber, formatDay, shiftDay } from '@/lib/days';
import { filtersToQuery, isFiltered, noFilters, withFilters, type Filters } from '@/lib/filters';
import { WORLD } from '@/lib/places';
import { pillarTerms } from '@/lib/vocabulary';
import { parseCompare, type CompareQuestion } from './compare-question';

/** A comparison that is offered, and its name. */
export interface ComparePreset {
  label: string;
  question: CompareQuestion;
}

const preset = (label: string, query: string): ComparePreset => ({
  label,
  question: parseCompare(new URLSearchParams(query)).question,
});

/** Comparisons of a policy officer that the record can be asked, whatever it answers. */
export const comparePresets: readonly ComparePreset[] = [
  preset(
    'Attacks and plots in Europe: first half of 2020 with the second',
    'a.type=attack&a.type=plot&a.region=150&a.from=2020-01-01&a.to=2020-06-30&b.type=attack&b.type=plot&b.region=150&b.from=2020-07-01&b.to=2020-12-31',
  ),
  preset('Prevent with Pursue, in the UK', 'a.pillar=prevent&a.region=GB&b.pillar=pursue&b.region=GB'),
  preset('Europe with Asia', 'a.region=150&b.region=142'),
  preset(
    'Events of the first UK lockdown with as many days before it',
    'a.region=GB&a.from=2020-03-23&a.to=2020-05-12&b.region=GB&b.from=2020-02-01&b.to=2020-03-22',
  ),
  preset('Attacks in the UK with those in France', 'a.type=attack&a.region=GB&b.type=attack&b.region=FR'),
];

/** As many days, directly before. */
function before(a: Filters): { label: string; b: Filters } | null {
  if (a.from === null || a.to === null) return null;
  const days = dayNumber(a.to) - dayNumber(a.from) + 1;
  const [from, to] = [dayFromNumber(dayNumber(a.from) - days), shiftDay(a.from, -1)];
  return { label: `the same from ${formatDay(from)} to ${formatDay(to)}`, b: withFilters(a, { from, to }) };
}

/** What a reader who looks at some events may want to compare them with: other dates, the world, other pillars, all else. */
export function comparableWith({ a }: CompareQuestion): ComparePreset[] {
  const others = pillarTerms.filter(({ code }) => a.pillar.length === 1 && code !== a.pillar[0]);
  const all: ({ label: string; b: Filters } | null)[] = [
    before(a),
    a.region.length > 0 && a.region.join() !== WORLD
      ? { label: 'the same worldwide', b: withFilters(a, { region: [WORLD] }) }
      : null,
    ...others.map(({ code, label }) => ({
      label: `the same for ${label}`,
      b: withFilters(a, { pillar: [code] }),
    })),
    a.type.length > 0
      ? { label: 'events of any type, else the same', b: withFilters(a, { type: [] }) }
      : null,
    {
      label: 'all events worldwide',
      b: withFilters(noFilters, { region: [WORLD], from: a.from, to: a.to, asOf: a.asOf }),
    },
  ];
  const own = filtersToQuery(a);
  return all
    .filter((one) => one !== null)
    .filter(({ b }) => isFiltered(b) && filtersToQuery(b) !== own)
    .map(({ label, b }) => ({ label, question: { a, b } }));
}
