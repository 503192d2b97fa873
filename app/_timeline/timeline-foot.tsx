import { RECORD_SOURCE } from '@/lib/source-words';
import { PngButton } from '@/app/_charts/png-button';
import type { View } from '@/lib/timeline';
import type { TimelineData } from '@/lib/timeline-layout';
import { hrefTo } from '@/lib/timeline-links';
import { viewToText } from '@/lib/timeline-view';
import { labelOf, pillarTerms } from '@/lib/vocabulary';

interface Props {
  data: TimelineData;
  /** What the picture shows. */
  view: View;
  filterQuery: string;
  /** What lies over it and below; lockdowns over it where nothing is said. */
  asked: Record<string, string>;
}

/** How lanes by pillar share events; where one pillar is the filter, why the others have any. */
function laneNote(filterQuery: string): string {
  const [pillar, second] = new URLSearchParams(filterQuery).getAll('pillar');
  if (!pillar || second) return 'An event with two pillars stands in two lanes.';
  return `Every event here bears on ${labelOf(pillarTerms, pillar)}; the other lanes show which of them bear on another pillar too.`;
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
        {RECORD_SOURCE}
        {bands.length > 0 &&
          !asked.over &&
          '; lockdowns: Oxford COVID-19 Government Response Tracker (CC BY 4.0)'}
        . {laneBy === 'pillar' ? laneNote(filterQuery) : 'An event with several pillars is a black cross.'}
        {laneBy === 'region' && ' A lane holds the events of that place alone, not those of places in it.'}
      </p>
    </div>
  );
}
