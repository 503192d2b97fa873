import type { Span, View } from '@/lib/timeline';
import type { ItemLinks } from '@/lib/timeline-items';
import type { TimelineData } from '@/lib/timeline-layout';
import { countBelow } from '@/lib/timeline-search';
import { countWords, viewWords } from '@/lib/timeline-words';

interface Props {
  data: TimelineData;
  view: View;
  span: Span;
  /** The view of everything. */
  whole: View;
  links: ItemLinks;
}

/** Which days are shown and what lies outside them, in words; read out when it changes. */
export function ViewStatus({ data: { columns }, view, span, whole, links }: Props) {
  const earlier = columns.end.filter((end) => end < span.from).length;
  const later = columns.start.length - countBelow(columns.start, span.to);
  const outside = [earlier > 0 && countWords(earlier, 'earlier event'), later > 0 && countWords(later, 'later event')].filter(Boolean);
  return (
    <p className="pw-tl-status">
      <span role="status">Showing {viewWords(view)}.</span>{' '}
      {outside.length > 0 && (
        <>
          {outside.join(' and ')} not in view: <a href={links.view(whole)}>show the whole record</a>.
        </>
      )}
    </p>
  );
}
