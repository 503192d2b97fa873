import { shiftDay, type Day } from '@/lib/days';
import type { EventInput } from '@/lib/event';
import { placeName } from '@/lib/places';
import { readPlaceCode } from './cells';
import type { Mapping, Rule } from './mapping';
import { slugOf } from './row-event';
import { ruleFor } from './rule-for';

/** OxCGRT's indicators of restriction, and what each level of them means, in our words. */
export const policyIndicators: Record<string, { name: string; levels: readonly string[] }> = {
  C1: { name: 'School closing', levels: ['none', 'advised', 'some', 'all'] },
  C2: { name: 'Workplace closing', levels: ['none', 'advised', 'some', 'all but essential'] },
  C3: { name: 'Ban on public events', levels: ['none', 'advised', 'required'] },
  C4: { name: 'Limit on gatherings', levels: ['none', 'over 1,000', 'over 100', 'over 10', '10 or fewer'] },
  C5: { name: 'Public transport closing', levels: ['none', 'reduced', 'closed'] },
  C6: { name: 'Stay-at-home rule', levels: ['none', 'advised', 'required', 'required, few exceptions'] },
  C7: { name: 'Limit on movement', levels: ['none', 'advised', 'required'] },
  C8: {
    name: 'Limit on travel from abroad',
    levels: ['none', 'screening', 'quarantine', 'some barred', 'all barred'],
  },
  H6: {
    name: 'Face covering rule',
    levels: ['none', 'advised', 'in some places', 'in shared places', 'outdoors', 'everywhere'],
  },
  H8: { name: 'Protection of elderly people', levels: ['none', 'advised', 'some limits', 'strict limits'] },
};

/** A jurisdiction as a file names it: the place of the record, and its name where that is smaller. */
export interface Jurisdiction {
  region: string;
  locality: string | null;
  /** What tells it from all others, for identifiers. */
  code: string;
}

/** The country, or the part of the UK, that holds a jurisdiction; null where the record has no such place. */
export function jurisdictionOf(country: string, regionCode: string, regionName: string): Jurisdiction | null {
  const own = regionCode === '' ? null : readPlaceCode(regionCode);
  const region = own?.startsWith('GB-') ? own : readPlaceCode(country);
  if (!region) return null;
  return {
    region,
    locality: own === region || regionCode === '' ? null : regionName || regionCode,
    code: regionCode || country,
  };
}

/** A run of days at one level; the flag says whether it held everywhere. */
export interface Spell {
  indicator: string;
  level: number;
  /** Null where the file does not say. */
  everywhere: boolean | null;
  from: Day;
  to: Day;
  /** The level of the days before; null where they are not known. */
  before: number | null;
}

/** What happened at the start of a spell. */
function changeWords({ level, before }: Spell): string {
  if (level === 0) return 'ends';
  if (before === null || before === 0) return 'begins';
  if (before === level) return 'changes its reach';
  return level > before ? 'tightens' : 'eases';
}

/** What rules may ask of a spell, as if these were columns of the file. */
export const spellColumns = ['indicator', 'level', 'change', 'place'] as const;

/** The first rule that holds for a spell. */
export function spellRule(spell: Spell, { region }: Jurisdiction, { rules }: Mapping): Rule | null {
  const cells: Record<(typeof spellColumns)[number], string> = {
    indicator: spell.indicator,
    level: String(spell.level),
    change: changeWords(spell),
    place: region,
  };
  return ruleFor(cells, rules);
}

/**
 * A spell as an event: from its first day to its last at a level that restricts; the end of a restriction as the day on
 * which it is gone. OxCGRT's flag 0 is "targeted", which is not the whole place.
 */
export function spellEvent(
  spell: Spell,
  place: Jurisdiction,
  { defaults }: Mapping,
): { id: string; event: Partial<EventInput> } {
  const { indicator, level, everywhere, from, to } = spell;
  const { name, levels } = policyIndicators[indicator]!;
  const where = place.locality ? `${place.locality}, ${placeName(place.region)}` : placeName(place.region);
  const reach = everywhere === false ? ', in parts' : '';
  const words = level === 0 ? '' : `: ${levels[level] ?? `level ${level}`}${reach}`;
  const id = `${place.code}-${indicator}-${from}`;
  return {
    id,
    event: {
      slug: slugOf(defaults.sourceSet, id),
      title: `${name} ${changeWords(spell)}${words}, ${where}`,
      summary:
        level === 0
          ? `Indicator ${indicator} of the tracker (${name.toLowerCase()}) is back at 0 in ${where} from this day.`
          : `Indicator ${indicator} of the tracker (${name.toLowerCase()}) is at level ${level} in ${where}${everywhere === null ? '' : everywhere ? ', everywhere' : ', targeted at parts of it'}, from the first to the last day given.`,
      startsOn: from,
      endsOn: level === 0 ? from : to,
      precision: 'day',
      region: place.region,
      locality: place.locality,
    },
  };
}

/** The day after, for telling whether a run goes on. */
export const nextDay = (day: Day): Day => shiftDay(day, 1);
