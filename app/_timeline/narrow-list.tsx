import type { View } from '@/lib/timeline';
import type { TimelineColumns } from '@/lib/timeline-columns';
import { NOMINAL_WIDTH, plotOf } from '@/lib/timeline-layout';
import { scaleOf } from '@/lib/timeline-scale';
import type { Stretch } from '@/lib/timeline-stretch';
import { bestOf } from '@/lib/timeline-stretches';
import { spanOf } from '@/lib/timeline-view';
import { BinList } from './bin-list';
import { MonthList } from './month-list';

interface Props {
  /** Every event of a small record. */
  columns: TimelineColumns;
  /** What is known of a big one. */
  stretches: readonly Stretch[];
  view: View;
  filterQuery: string;
  compact: boolean;
}

/** The timeline for screens too narrow for lanes, from what it is drawn from elsewhere. */
export function NarrowList({ columns, stretches, view, filterQuery, compact }: Props) {
  const { left, right } = plotOf(NOMINAL_WIDTH);
  const stretch = stretches.length > 0 ? bestOf(stretches, scaleOf(spanOf(view), left, right)) : null;
  if (stretch?.kind === 'bins') return <BinList {...{ stretch, view, filterQuery }} />;
  return <MonthList columns={stretch?.columns ?? columns} {...{ view, filterQuery, compact }} />;
}
