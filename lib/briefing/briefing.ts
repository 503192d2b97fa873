import { assessmentTitle, trendTerms, type Assessment, type Trend } from '../assessments/assessment';
import { sourceCitation, type CitedIn } from '../citation';
import { countHeading } from '../count-words';
import { overviewSentence } from '../chart-sentences';
import { formatDateSpan } from '../date-words';
import { formatDay, type Day } from '../days';
import type { EventRecord } from '../event';
import type { Facets } from '../facets';
import { filterWords } from '../filter-words';
import { hrefWith, type Filters } from '../filters';
import { placeName } from '../places';
import { labelOf, pillarTerms } from '../vocabulary';

/** An event as a brief tells it; `sources` are numbers of the list at its end. */
interface BriefEvent {
  slug: string;
  title: string;
  summary: string;
  date: string;
  place: string;
  pillars: string;
  confidence: string;
  sources: number[];
}

/** A filtered view as two pages: what page, Markdown and Word document are all made from. */
export interface Briefing {
  title: string;
  /** What stands out, with the caveat that matters most. */
  sentence: string;
  filters: string;
  state: string;
  marking: string;
  /** The past day of knowledge that it is about; null for today's. */
  asOf: Day | null;
  /** The address of the view. */
  address: string;
  madeOn: string;
  pillars: { label: string; short: string; count: number }[];
  events: BriefEvent[];
  /** What editors judged of the view's places and pillars: of what, how it moved, and why. */
  assessments: { of: string; trend: Trend; word: string; reason: string }[];
  /** Events that pass beside those that are told. */
  more: number;
  /** Each source once, in the order in which the events cite them. */
  sources: string[];
}

export interface BriefingData {
  filters: Filters;
  facets: Facets;
  /** The latest events, whole. */
  latest: readonly EventRecord[];
  articles: ReadonlyMap<string, CitedIn>;
  /** Those that hold, newest month first. */
  assessments: readonly Assessment[];
  changedOn: Day | null;
  madeOn: Day;
  marking: string;
  publicUrl: string;
}

/** Sources of one event that a brief cites: it has two pages, and the event's own page has them all. */
const CITED = 2;

/** Numbers the sources as the events come, the same source once. */
function numbered(events: readonly EventRecord[], articles: ReadonlyMap<string, CitedIn>) {
  const sources: string[] = [];
  const numbers = events.map((event) =>
    event.sources.slice(0, CITED).map((source) => {
      const text = sourceCitation(source, articles.get(source.article ?? '') ?? null);
      const at = sources.indexOf(text);
      return at === -1 ? sources.push(text) : at + 1;
    }),
  );
  return { sources, numbers };
}

/** The marking of the brief: the setting's, or that of an event in it where that is higher. */
function markingOf(marking: string, events: readonly EventRecord[]): string {
  const higher = events.find((event) => event.marking !== 'OFFICIAL')?.marking;
  return higher && !marking.startsWith(higher) ? higher : marking;
}

/** The brief of what passes the filters. */
export function briefingOf(data: BriefingData): Briefing {
  const { filters, facets, latest, articles, changedOn } = data;
  const { sources, numbers } = numbered(latest, articles);
  return {
    title: countHeading(facets, filters),
    sentence: overviewSentence(facets, filters),
    filters: filterWords(filters, facets),
    state: changedOn
      ? `The record as of ${formatDay(changedOn)}, revision ${facets.revision}`
      : 'An empty record',
    marking: markingOf(data.marking, latest),
    asOf: filters.asOf,
    address: data.publicUrl + hrefWith('/briefing', filters),
    madeOn: formatDay(data.madeOn),
    pillars: pillarTerms.map(({ label, short }, i) => ({ label, short, count: facets.passing.pillar[i]! })),
    events: latest.map((event, i) => ({
      slug: event.slug,
      title: event.title,
      summary: event.summary,
      date: formatDateSpan(event),
      place: [event.locality, placeName(event.region)].filter(Boolean).join(', '),
      pillars: event.pillars.map((pillar) => labelOf(pillarTerms, pillar)).join(', '),
      confidence: event.confidence,
      sources: numbers[i]!,
    })),
    assessments: data.assessments.map((one) => ({
      of: assessmentTitle(one),
      trend: one.trend,
      word: labelOf(trendTerms, one.trend),
      reason: one.reason,
    })),
    more: facets.total - latest.length,
    sources,
  };
}

/** What must be known to read the figures rightly; every form of the brief says it. */
export const PILLAR_NOTE =
  'An event with several pillars counts once under each, so the pillars add up to more than the events.';
