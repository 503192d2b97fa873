import { hrefWith, type Filters } from '@/lib/filters';
import type { LaneBy, View } from '@/lib/timeline';
import { viewToText } from '@/lib/timeline-view';

interface Props {
  filters: Filters;
  laneBy: LaneBy;
  view: View;
  banded: boolean;
}

/** Other forms of the same data, its source, and how to read it. */
export function TimelineFoot({ filters, laneBy, view, banded }: Props) {
  const drawing = { view: viewToText(view), lanes: laneBy };
  return (
    <div className="pw-tl-foot">
      <ul className="pw-tl-forms">
        <li>
          <a href={hrefWith('/events', filters)}>Show as table</a>
        </li>
        <li>
          <a href={hrefWith('/charts/timeline.csv', filters)} download>
            Download data (CSV)
          </a>
        </li>
        <li>
          <a href={hrefWith('/charts/timeline.svg', filters, drawing)} download>
            Picture (SVG)
          </a>
        </li>
      </ul>
      <p>
        Source: events coded from nine articles of 2020{banded && '; lockdowns: Oxford COVID-19 Government Response Tracker'}.{' '}
        {laneBy === 'pillar' ? 'An event with two pillars stands in two lanes.' : 'An event with several pillars is a black cross.'}
      </p>
    </div>
  );
}
