import type { ReactNode } from 'react';
import { PngButton } from './png-button';

interface Props {
  id: string;
  /** What the chart shows or finds. */
  title: string;
  /** What is measured, and in which dates. */
  subtitle: ReactNode;
  source?: string;
  note?: string;
  /** The same numbers; everyone can open it. */
  table: ReactNode;
  /** Address of the chart's files without their ending, and the query that they need. */
  file: string;
  query: string;
  children: ReactNode;
}

/** A chart with all that goes with it: title, measure, source, its table, its data and its picture. */
export function ChartFigure({ id, title, subtitle, source, note, table, file, query, children }: Props) {
  const href = (ending: string): string => `/charts/${file}.${ending}${query ? `?${query}` : ''}`;
  return (
    <figure className="pw-figure" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 className="pw-figure__title" id={`${id}-title`}>
          {title}
        </h2>
        <p className="pw-figure__subtitle">{subtitle}</p>
      </figcaption>
      {children}
      <div className="pw-figure__foot">
        <details className="pw-figure__table">
          <summary>Show as table</summary>
          <div className="pw-scroll" role="region" aria-label={`${title}: table`} tabIndex={0}>
            {table}
          </div>
        </details>
        <a href={href('csv')} download>
          Download data (CSV)
        </a>
        <a href={href('svg')} download>
          Picture (SVG)
        </a>
        <PngButton svg={href('svg')} name={`pillarwatch-${file}`} />
      </div>
      <p className="pw-figure__source">
        {note && `${note} `}
        {source ?? 'Source: events coded from nine articles of 2020; lockdown periods from OxCGRT.'}
      </p>
    </figure>
  );
}
