import type { ReactNode } from 'react';
import { RECORD_SOURCE } from '@/lib/source-words';
import { figureName } from '@/lib/figure-name';
import { PngButton } from './png-button';

interface Props {
  id: string;
  /** What the chart finds, or else measures. */
  title: string;
  /** What is measured, and in which dates. */
  subtitle: ReactNode;
  /** What the reader must know to read it rightly. */
  sentence?: ReactNode;
  source?: string;
  note?: string;
  /** The same numbers; everyone can open it. */
  table: ReactNode;
  tableLabel?: string;
  /** Where the chart's files are, their name without the ending, and the query that they need. */
  folder?: string;
  file: string;
  query: string;
  children: ReactNode;
}

const SOURCE = `${RECORD_SOURCE}; lockdown periods from OxCGRT.`;

/** A chart with all that goes with it: finding, measure, caveat, drawing; then its table, its data, its picture, its source. */
export function ChartFigure({
  id,
  title,
  subtitle,
  sentence,
  source = SOURCE,
  note,
  table,
  tableLabel = 'Show as table',
  folder = '/charts',
  file,
  query,
  children,
}: Props) {
  const href = (ending: string): string => `${folder}/${file}.${ending}${query ? `?${query}` : ''}`;
  const name = figureName(`${folder}/${file}`);
  return (
    <figure className="pw-figure" id={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 className="pw-figure__title" id={`${id}-title`}>
          {title}
        </h2>
        <p className="pw-figure__subtitle">{subtitle}</p>
        {sentence && <p className="pw-figure__sentence">{sentence}</p>}
      </figcaption>
      {children}
      <div className="pw-figure__foot">
        <details className="pw-figure__table">
          <summary>{tableLabel}</summary>
          <div className="pw-scroll" role="region" aria-label={`${title}: table`} tabIndex={0}>
            {table}
          </div>
        </details>
        <a href={href('csv')} download>
          Download data (CSV)
        </a>
        <span className="pw-figure__picture">
          Picture:{' '}
          <a href={href('svg')} download>
            SVG
          </a>{' '}
          <PngButton svg={href('svg')} name={name} />
        </span>
      </div>
      <p className="pw-figure__source">
        {note && `${note} `}
        {source}
      </p>
    </figure>
  );
}
