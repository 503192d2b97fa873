import { PngButton } from '@/app/_charts/png-button';
import type { View } from '@/lib/timeline';
import type { TimelineData } from '@/lib/timeline-layout';
import { hrefTo } from '@/lib/timeline-links';
import { viewToText } from '@/lib/timeline-view';

interface Props {
  data: TimelineData;
  /** What the picture shows. */
  view: View;
  filterQuery: string;
  /** What lies over it and below; lockdowns over it where nothing is said. */
  asked: Record<string, string>;
}

/** Other forms of the same data, its source, and how to read it. */
export function TimelineFoot({ data: { bands, laneBy }, view, filterQuery, asked }: Props) {
  const picture = hrefTo('/charts/timeline.svg', filterQuery, {
    view: viewToText(view),
    lanes: laneBy,
    ...asked,
  });
  return (
    <div className="pw-tl-foot">
      <div className="pw-tl-forms">
        <a className="govuk-link" href={hrefTo('/events', filterQuery, {})}>
          Show as table
        </a>
        <a className="govuk-link" href={hrefTo('/charts/timeline.csv', filterQuery, asked)} download>
          Download data (CSV)
        </a>
        <a className="govuk-link" href={picture} download>
          Picture (SVG)
        </a>
        <PngButton svg={picture} name="pillarwatch-timeline" />
      </div>
      <p>
        Source: events coded from nine articles of 2020
        {bands.length > 0 &&
          !asked.over &&
          '; lockdowns: Oxford COVID-19 Government Response Tracker (CC BY 4.0)'}
        .{' '}
        {laneBy === 'pillar'
          ? 'An event with two pillars stands in two lanes.'
          : 'An event with several pillars is a black cross.'}
      </p>
    </div>
  );
}
