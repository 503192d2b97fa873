import { formatDay } from '../days';
import { hrefWith } from '../filters';
import { countOf } from '../numbers';
import type { ExportContext } from './export-event';

/** The page that shows what a file holds. */
export function pageUrl({ publicUrl, filters }: Pick<ExportContext, 'publicUrl' | 'filters'>): string {
  return publicUrl + hrefWith('/events', filters);
}

/** The address of an event, permanent as its slug. */
export function eventUrl({ publicUrl }: Pick<ExportContext, 'publicUrl'>, slug: string): string {
  return `${publicUrl}/events/${slug}`;
}

/** Which state of the record a file shows: "Record as of 25 November 2026, revision 12". */
export function stateWords({ changedOn, revision }: Pick<ExportContext, 'changedOn' | 'revision'>): string {
  return changedOn ? `Record as of ${formatDay(changedOn)}, revision ${revision}` : 'An empty record';
}

/** How to cite the file. */
export function fileCitation(context: ExportContext): string {
  return `Pillarwatch, ${countOf(context.total, 'event')} (${context.filterWords}). ${stateWords(context)}. ${pageUrl(context)}, accessed ${formatDay(context.madeOn)}.`;
}

/** On whose terms each source set in the file may be used, a line each. */
export function licenceLines({ sets }: Pick<ExportContext, 'sets'>): string[] {
  return sets.flatMap(({ title, attribution, licence }) =>
    attribution || licence ? [`${title}: ${[attribution, licence].filter(Boolean).join('. ')}.`] : [],
  );
}

/** What Postgres writes where its session is in UTC: 2026-11-29 02:37:16.411928+00. */
const UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,6}\+00$/;

/** An instant as Postgres writes it, by RFC 3339 in UTC. */
export function instant(text: string): string {
  // By hand where it is in UTC already and to the millisecond or finer: reading a date costs more than the rest of a line.
  if (UTC.test(text)) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  return new Date(text).toISOString();
}
