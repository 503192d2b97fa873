import { BelowFigure } from '@/app/_charts/below-panel';
import { ChartFigure } from '@/app/_charts/chart-figure';
import { NoteList } from '@/app/_charts/note-marks';
import { OverTags } from '@/app/_charts/over-tags';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { ReadSurroundings } from '@/app/_http/surroundings';
import { askedText } from '@/lib/asked';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { perPeriod } from '@/lib/chart-axis';
import { bandWords } from '@/lib/chart-words';
import type { Comparison } from '@/lib/compare/comparison';
import type { CompareQuestion } from '@/lib/compare/compare-question';
import { differenceWords, mixSentence, rateWords, shareWords } from '@/lib/compare/compare-words';
import { layOver } from '@/lib/over-layer';
import { pairToQuery } from '@/lib/prefixed-filters';
import { CompareKey } from './compare-key';
import { MixTable, PeriodTable, RateTable } from './compare-tables';
import { A_INK, B_INK } from './inks';
import { MirrorDrawing } from './mirror-drawing';
import { mixLabel, MixMark } from './mix-mark';
import { RateMark } from './rate-mark';

const FOLDER = '/compare/files';
const SOURCE = 'Source: events of this record.';

interface Props {
  question: CompareQuestion;
  found: Comparison;
  phrases: { a: string; b: string };
}

/** The end of the axis of rates: both intervals, as far as they are bounded. */
export const topRate = ({ a, b }: Comparison): number => Math.max(a.rate?.high ?? 0, b.rate?.high ?? 0, 1e-9);

/** How many a month, with what chance leaves open. */
export function RateFigure({ question, found }: Props) {
  const plot = fluidPlot(28);
  return (
    <ChartFigure
      id="rates"
      title="Events a month"
      subtitle="The mean and its 95 per cent interval, from nought, on one scale"
      table={<RateTable found={found} />}
      folder={FOLDER}
      file="rates"
      query={pairToQuery(question)}
      source={SOURCE}
      note="Intervals of the rates: Garwood 1936; of their ratio: Przyborowski and Wilenski 1940."
    >
      <ul className="pw-ratios">
        {(['a', 'b'] as const).map((side) => (
          <li key={side}>
            <span>{side.toUpperCase()}</span>
            <svg className="pw-plot" width="100%" height={plot.height} aria-hidden="true" focusable="false">
              <RateMark
                rate={found[side].rate}
                top={topRate(found)}
                ink={side === 'a' ? A_INK : B_INK}
                plot={plot}
              />
            </svg>
            <span className="pw-ratios__numbers">{rateWords(found[side].rate)} a month</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** What A and B are made of. */
export function MixFigure({ question, found, phrases }: Props) {
  // Beside nothing there is no mix to compare, and nothing to draw.
  if (found.a.total === 0 || found.b.total === 0) return null;
  const plot = fluidPlot(32);
  return (
    <ChartFigure
      id="mix"
      title="What they are made of"
      subtitle="Bars: the share of each side, A above B. Right: the share of A less that of B, in percentage points, with its 95 per cent interval"
      sentence={mixSentence(found, question)}
      table={<MixTable found={found} />}
      folder={FOLDER}
      file="mix"
      query={pairToQuery(question)}
      source={SOURCE}
      note="An event can bear on several pillars. Intervals: Newcombe 1998, method 10; each stands for itself, so of many rows one in twenty leaves out nought by chance."
    >
      <CompareKey phrases={phrases} />
      <ul className="pw-ratios">
        {found.mix.map((row) => (
          <li key={`${row.by} ${row.code}`}>
            <span>{mixLabel(row)}</span>
            <svg className="pw-plot" width="100%" height={plot.height} aria-hidden="true" focusable="false">
              <MixMark {...{ row, found, plot }} />
            </svg>
            <span className="pw-ratios__numbers">
              {shareWords(row.a, found.a.total)} against {shareWords(row.b, found.b.total)}
              {row.difference && <span className="pw-quiet">{differenceWords(row.difference)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** Both over time, with what lies over them, the notes on their days and what stands below. */
export function TimelineFigure({ question, found, phrases, around }: Props & { around: ReadSurroundings }) {
  const plot = fluidPlot(280);
  const { overlay, below } = around;
  const days = { columns: found.bins };
  const over = layOver(around.marks.bands, days);
  const notes = notesOn(around.notes, days);
  return (
    <ChartFigure
      id="timeline"
      title="Both over time"
      subtitle={`Events ${perPeriod(found.period)} on one scale: A above the line, B below it`}
      table={<PeriodTable {...{ found, question }} />}
      folder={FOLDER}
      file="timeline"
      query={pairToQuery(question, askedText({ overlay, below: below && below.choice }))}
      source={SOURCE}
      note="An event counts in the period in which it begins, or the first that is drawn."
    >
      <CompareKey phrases={phrases} over={over.length > 0 ? bandWords(overlay, around.marks.bands) : ''} />
      <OverTags over={over} kind={overlay.kind} id="compare" asOf={question.b.asOf} />
      <PlotFrame plot={plot}>
        <MirrorDrawing
          {...{ found, plot, over, notes }}
          axes={[
            { width: 260, className: 'pw-axis--narrow' },
            { width: 520, className: 'pw-axis--wide' },
          ]}
        />
      </PlotFrame>
      <NoteList notes={notes} />
      {below && <BelowFigure below={below.measure} columns={found.bins} />}
    </ChartFigure>
  );
}
