import type { View } from '@/lib/timeline';
import type { TimelineColumns } from '@/lib/timeline-columns';
import type { ItemLinks } from '@/lib/timeline-items';
import { countBelow } from '@/lib/timeline-search';
import { spanOf } from '@/lib/timeline-view';
import { countOf } from '@/lib/numbers';
import { viewWords } from '@/lib/timeline-words';

/** Events that end before a view, and that begin after it. */
export interface Outside {
  earlier: number;
  later: number;
}

interface Props {
  view: View;
  /** Null where it is not known yet. */
  outside: Outside | null;
  /** The view of everything. */
  whole: View;
  links: ItemLinks;
}

/** Of all events, those outside a view. */
export function outsideView({ start, end }: TimelineColumns, view: View): Outside {
  const span = spanOf(view);
  return {
    earlier: end.filter((day) => day < span.from).length,
    later: start.length - countBelow(start, span.to),
  };
}

/** Which days are shown and what lies outside them, in words; read out when it changes. */
export function ViewStatus({ view, outside, whole, links }: Props) {
  const { earlier, later } = outside ?? { earlier: 0, later: 0 };
  const words = [
    earlier > 0 && countOf(earlier, 'earlier event'),
    later > 0 && countOf(later, 'later event'),
  ].filter(Boolean);
  return (
    <p className="pw-tl-status">
      <span role="status">Showing {viewWords(view)}.</span>{' '}
      {words.length > 0 && (
        <>
          {words.join(' and ')} not in view:{' '}
          <a className="govuk-link" href={links.view(whole)}>
            show the whole record
          </a>
          .
        </>
      )}
    </p>
  );
}
