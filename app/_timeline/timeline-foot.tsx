import { PngButton } from '@/app/_charts/png-button';
import type { LaneBy } from '@/lib/timeline';

interface Props {
  laneBy: LaneBy;
  banded: boolean;
  tableHref: string;
  dataHref: string;
  /** The picture of what is in view. */
  pictureHref: string;
}

/** Other forms of the same data, its source, and how to read it. */
export function TimelineFoot({ laneBy, banded, tableHref, dataHref, pictureHref }: Props) {
  return (
    <div className="pw-tl-foot">
      <div className="pw-tl-forms">
        <a className="govuk-link" href={tableHref}>
          Show as table
        </a>
        <a className="govuk-link" href={dataHref} download>
          Download data (CSV)
        </a>
        <a className="govuk-link" href={pictureHref} download>
          Picture (SVG)
        </a>
        <PngButton svg={pictureHref} name="pillarwatch-timeline" />
      </div>
      <p>
        Source: events coded from nine articles of 2020
        {banded && '; lockdowns: Oxford COVID-19 Government Response Tracker (CC BY 4.0)'}.{' '}
        {laneBy === 'pillar'
          ? 'An event with two pillars stands in two lanes.'
          : 'An event with several pillars is a black cross.'}
      </p>
    </div>
  );
}
