import { NoteMarks } from '@/app/_charts/note-marks';
import type { Plot } from '@/app/_charts/plot';
import { PointLine } from '@/app/_charts/point-line';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { pointsOf, stretchesOf } from '@/lib/chart-columns';
import type { IndicatorChart } from '@/lib/indicators/indicator-chart';
import type { Surroundings } from '@/lib/surrounding-columns';

/** Bands stand out above the plot, where what is expected does not hide them. */
const ABOVE = 8;

interface Props {
  chart: IndicatorChart;
  plot: Plot;
  surroundings: Surroundings;
}

const daysOf = ({ columns }: IndicatorChart) => ({ columns: columns.map(({ reading }) => reading) });

/** The notes that an indicator's chart numbers. */
export const notesOnIndicator = (chart: IndicatorChart, { notes }: Surroundings) =>
  notesOn(notes, daysOf(chart));

/** What lies over an indicator, behind its columns: bands, and lines for single days. */
export function IndicatorGround({ chart, plot, surroundings: { over } }: Props) {
  const days = daysOf(chart);
  return (
    <>
      {stretchesOf(over, days).map(({ from, to }) => (
        <rect
          key={from}
          className="pw-band"
          x={plot.along(from)}
          y={-ABOVE}
          width={plot.along(to - from)}
          height={plot.height + ABOVE}
          fill="#f1f2f3"
        />
      ))}
      {pointsOf(over, days).map((share) => (
        <PointLine key={share} x={plot.along(share)} height={plot.height} />
      ))}
    </>
  );
}

/** The numbers of the notes on its days, before its columns. */
export function IndicatorNotes({ chart, plot, surroundings }: Props) {
  return <NoteMarks notes={notesOnIndicator(chart, surroundings)} plot={plot} />;
}
