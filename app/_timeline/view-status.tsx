import { spanOf } from '@/lib/timeline-view';
import type { View } from '@/lib/timeline';
import type { TimelineColumns } from '@/lib/timeline-columns';
import type { ItemLinks } from '@/lib/timeline-items';
import { countBelow } from '@/lib/timeline-search';
import { countOf } from '@/lib/numbers';
import { viewWords } from '@/lib/timeline-words';

interface Props {
  columns: TimelineColumns;
  view: View;
  /** The view of everything. */
  whole: View;
  links: ItemLinks;
}

/** Which days are shown and what lies outside them, in words; read out when it changes. */
export function ViewStatus({ columns, view, whole, links }: Props) {
  const span = spanOf(view);
  const earlier = columns.end.filter((end) => end < span.from).length;
  const later = columns.start.length - countBelow(columns.start, span.to);
  const outside = [
    earlier > 0 && countOf(earlier, 'earlier event'),
    later > 0 && countOf(later, 'later event'),
  ].filter(Boolean);
  return (
    <p className="pw-tl-status">
      <span role="status">Showing {viewWords(view)}.</span>{' '}
      {outside.length > 0 && (
        <>
          {outside.join(' and ')} not in view:{' '}
          <a className="govuk-link" href={links.view(whole)}>
            show the whole record
          </a>
          .
        </>
      )}
    </p>
  );
}
