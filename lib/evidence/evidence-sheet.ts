import { plainCitation, sourceCitation, type CitedIn } from '@/lib/citation';
import type { Sheet } from '@/lib/csv';
import { formatDateSpan } from '@/lib/date-words';
import { eventHref } from '@/lib/event-href';
import { instant } from '@/lib/export/file-words';
import type { Indicator } from '@/lib/indicators/indicator';
import { placeName } from '@/lib/places';
import type { EvidenceItem } from './balance';

interface Context {
  indicator: Pick<Indicator, 'slug' | 'question'>;
  articles: ReadonlyMap<string, CitedIn>;
  publicUrl: string;
  /** The day on which it was taken. */
  accessed: string;
  asOf: string | null;
}

const header = [
  'indicator',
  'question',
  'bearing',
  'note',
  'linked_at',
  'event',
  'title',
  'date',
  'starts_on',
  'ends_on',
  'precision',
  'place',
  'event_status',
  'url',
  'citation',
  'sources',
];

/** The evidence for a question as a table, an event a row, each with how to cite it and what it rests on. */
export function evidenceSheet(items: readonly EvidenceItem[], context: Context): Sheet {
  const { indicator, articles, publicUrl, accessed, asOf } = context;
  const rows = items.map(({ bearing, note, writtenAt, event }) => {
    const url = publicUrl + eventHref(event.slug, asOf);
    return [
      indicator.slug,
      indicator.question,
      bearing,
      note,
      instant(writtenAt),
      event.slug,
      event.title,
      formatDateSpan(event),
      event.startsOn,
      event.endsOn,
      event.precision,
      placeName(event.region),
      event.status,
      url,
      plainCitation({ event, url, accessed }),
      event.sources
        .map((source) => sourceCitation(source, articles.get(source.article ?? '') ?? null))
        .join(' | '),
    ];
  });
  return { header, rows };
}
