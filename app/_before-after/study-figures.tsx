import { ChartFigure } from '@/app/_charts/chart-figure';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { IndexStudy } from '@/lib/event-study/study-of-index';
import { placeboBins } from '@/lib/event-study/placebo-bins';
import { studyToQuery, type StudyQuestion } from '@/lib/event-study/study-question';
import { ratioRows } from '@/lib/event-study/study-sheets';
import type { StudyZero } from '@/lib/event-study/study-zeros';
import { FEWEST_DATES, intervalWords, placeboSentence, ratioWords } from '@/lib/event-study/study-words';
import { countOf, formatCount } from '@/lib/numbers';
import { AlignedDrawing } from './aligned-drawing';
import { PlaceboDrawing } from './placebo-drawing';
import { RatioMark } from './ratio-mark';
import { RowDrawing } from './row-drawing';
import { SideKey } from './side-key';
import { AlignedTable, PlaceboTable, RatioTable, ZeroTable } from './study-tables';
import { ZeroName, type Named } from './zero-name';

const FOLDER = '/before-after/files';
const SOURCE = 'Source: events of this record.';
/** Days 0 that are drawn each by itself, and that are listed in the table. */
export const DRAWN_ROWS = 12;
const LISTED_ROWS = 100;
/** Room for the name of day 0. */
const ABOVE = 8;

interface Props {
  question: StudyQuestion;
  found: IndexStudy;
}

/** The mean week round day 0. */
export function AlignedFigure({ question, found: { study } }: Props) {
  const plot = fluidPlot(220);
  return (
    <ChartFigure
      id="aligned"
      title="The mean week round day 0"
      subtitle={`Events a week and day 0, ${countOf(study.zeros, 'day 0', 'days 0')}; the band is the 95 per cent interval of each mean`}
      sentence="Here a week counts for every day 0 that it is near to, and an event dated to a span is spread over it. The answer above counts each day once."
      table={<AlignedTable weeks={study.weeks} />}
      folder={FOLDER}
      file="aligned"
      query={studyToQuery(question)}
      source={SOURCE}
    >
      <SideKey />
      <PlotFrame plot={plot} above={ABOVE}>
        <AlignedDrawing weeks={study.weeks} plot={plot} />
      </PlotFrame>
    </ChartFigure>
  );
}

/** The answer beside those by other windows and by exact dates alone. */
export function RatioFigure({ question, found: { study } }: Props) {
  const plot = fluidPlot(28);
  return (
    <ChartFigure
      id="ratios"
      title="Does the answer hold?"
      subtitle="Rate after to rate before, with 95 per cent intervals, by window and by how the dates are known; right of the line: more frequent after"
      table={<RatioTable study={study} />}
      folder={FOLDER}
      file="ratios"
      query={studyToQuery(question)}
      source={SOURCE}
      note="Intervals and p-values hold the sum of both sides fixed (Przyborowski and Wilenski 1940; Fay 2010). An arrow goes on beyond the picture."
    >
      <ul className="pw-ratios">
        {ratioRows(study).map(({ label, before, after, ratio, asked }) => (
          <li key={label} className={asked ? 'pw-ratios__asked' : undefined}>
            <span>{label}</span>
            <svg className="pw-plot" width="100%" height={plot.height} aria-hidden="true" focusable="false">
              <RatioMark {...{ ratio, plot }} />
            </svg>
            <span className="pw-ratios__numbers">
              {ratio === null || ratio.ratio === null
                ? 'not enough data'
                : `${Number.isFinite(ratio.ratio) ? ratioWords(ratio.ratio) : 'none before'} (${intervalWords(ratio)})`}
              <span className="pw-quiet">
                {' '}
                {formatCount(before)} before, {formatCount(after)} after
              </span>
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

/** The same study at other dates. */
export function PlaceboFigure({ question, found: { study } }: Props) {
  const { placebo } = study;
  const plot = fluidPlot(180);
  const enough = placebo !== null && placebo.others.length >= FEWEST_DATES;
  const bins = placebo && enough ? placeboBins(placebo) : null;
  return (
    <ChartFigure
      id="placebo"
      title="The same windows at every other date"
      subtitle="How many dates show which difference between after and before, in standard deviations; the marked line is the study itself"
      sentence={placeboSentence(placebo)}
      table={bins ? <PlaceboTable bins={bins} /> : <p>Too few dates to count.</p>}
      folder={FOLDER}
      file="placebo"
      query={studyToQuery(question)}
      source={SOURCE}
      note={`All windows are moved together${placebo && placebo.step > 1 ? `, by ${placebo.step} days at a time` : ''} and stay within the record; neighbouring dates share most of their days.`}
    >
      {bins ? (
        <PlotFrame plot={plot} above={ABOVE}>
          <PlaceboDrawing {...{ bins, plot }} />
        </PlotFrame>
      ) : (
        <p className="pw-chart-empty">Not enough other dates to draw.</p>
      )}
    </ChartFigure>
  );
}

/** Each day 0 by itself. */
export function ZeroFigure({
  question,
  found,
  zeros,
  named,
}: Props & { zeros: readonly StudyZero[]; named: Named }) {
  const plot = fluidPlot(64);
  const drawn = zeros.slice(0, DRAWN_ROWS);
  const top = Math.max(1, ...drawn.flatMap(({ weeks }) => weeks.map((events) => events ?? 0)));
  const all = found.study.zeros;
  const more =
    all > drawn.length
      ? `; the first ${drawn.length} of ${formatCount(all)} by date, more in the table and the file`
      : '';
  return (
    <ChartFigure
      id="anchors"
      title="Each day 0 by itself"
      subtitle={`Events a week on one scale, the highest ${ratioWords(top)}${more}; a grey foot marks weeks that are not observed`}
      table={<ZeroTable zeros={zeros.slice(0, LISTED_ROWS)} {...{ named, question }} />}
      folder={FOLDER}
      file="anchors"
      query={studyToQuery(question)}
      source={SOURCE}
      note={all > zeros.length ? `The file holds the first ${formatCount(zeros.length)} days 0.` : undefined}
    >
      <ul className="pw-multiples">
        {drawn.map((zero) => (
          <li key={`${zero.day} ${zero.place}`}>
            <p>
              <ZeroName {...{ zero, named }} asOf={question.outcome.asOf} />
            </p>
            <svg className="pw-plot" width="100%" height={plot.height} aria-hidden="true" focusable="false">
              <RowDrawing weeks={zero.weeks} {...{ top, plot }} />
            </svg>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
