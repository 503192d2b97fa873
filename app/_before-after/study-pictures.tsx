import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { StudyPage } from '@/app/_http/study-data';
import { placeboBins } from '@/lib/event-study/placebo-bins';
import type { StudyQuestion } from '@/lib/event-study/study-question';
import { ratioRows } from '@/lib/event-study/study-sheets';
import { intervalWords, placeboSentence, ratioWords, studySentence } from '@/lib/event-study/study-words';
import { AlignedDrawing } from './aligned-drawing';
import { PlaceboDrawing } from './placebo-drawing';
import { along, RatioMark, ratioTicks, tickWords } from './ratio-mark';
import { RowDrawing } from './row-drawing';
import { sidePictureKeys } from './side-key';
import { DRAWN_ROWS } from './study-figures';
import { zeroWords } from './zero-name';

const WIDTH = 900;
const NO_CAUSE = 'It compares how often things happened; it does not say that one brought about the other.';
const INNER = WIDTH - GUTTER - MARGIN;

type Found = StudyPage & { found: NonNullable<StudyPage['found']> };
type Draw = (page: Found, title: string) => ChartPicture | null;

const aligned: Draw = ({ found: { study } }, title) => ({
  title,
  subtitle: `Mean events a week round day 0, ${study.zeros} days 0`,
  keys: sidePictureKeys,
  width: WIDTH,
  height: HEADROOM + 16 + 300 + AXIS_HEIGHT,
  note: NO_CAUSE,
  drawing: (
    <g transform={`translate(${GUTTER} ${HEADROOM + 16})`}>
      <AlignedDrawing weeks={study.weeks} plot={fixedPlot(INNER, 300)} />
    </g>
  ),
});

const LABELS = 250;
const NUMBERS = 210;
const ROW = 30;

const ratios: Draw = ({ found: { study } }, title) => {
  const rows = ratioRows(study);
  const plot = fixedPlot(WIDTH - LABELS - NUMBERS, ROW);
  return {
    title,
    subtitle: 'Rate after to rate before with 95 per cent intervals, by window and by how dates are known',
    keys: [],
    width: WIDTH,
    height: rows.length * ROW + AXIS_HEIGHT,
    note: NO_CAUSE,
    drawing: (
      <>
        {rows.map(({ label, ratio, before, after, asked }, i) => (
          <g key={label} transform={`translate(0 ${i * ROW})`}>
            <text x={0} y={ROW / 2 + 5} fontSize={14} fontWeight={asked ? 700 : undefined} fill="#0b0c0c">
              {label}
            </text>
            <g transform={`translate(${LABELS} 0)`}>
              <RatioMark {...{ ratio, plot }} />
            </g>
            <text x={WIDTH} y={ROW / 2 + 5} fontSize={13} textAnchor="end" fill="#0b0c0c">
              {ratio === null || ratio.ratio === null
                ? 'not enough data'
                : `${Number.isFinite(ratio.ratio) ? ratioWords(ratio.ratio) : '–'} (${intervalWords(ratio)}); ${before} : ${after}`}
            </text>
          </g>
        ))}
        {ratioTicks.map((tick) => (
          <text
            key={tick}
            x={LABELS + Number(plot.along(along(tick)))}
            y={rows.length * ROW + 20}
            fontSize={13}
            textAnchor="middle"
            fill="#0b0c0c"
          >
            {tickWords(tick)}
          </text>
        ))}
      </>
    ),
  };
};

const placebo: Draw = ({ found: { study } }, title) =>
  study.placebo && {
    title,
    subtitle: `The same windows at every other date. ${placeboSentence(study.placebo)}`,
    keys: [],
    width: WIDTH,
    height: HEADROOM + 16 + 260 + AXIS_HEIGHT,
    note: NO_CAUSE,
    drawing: (
      <g transform={`translate(${GUTTER} ${HEADROOM + 16})`}>
        <PlaceboDrawing bins={placeboBins(study.placebo)} plot={fixedPlot(INNER, 260)} />
      </g>
    ),
  };

const ACROSS = 3;
const CELL = { width: WIDTH / ACROSS, height: 110 };

const anchors: Draw = ({ zeros, named }, title) => {
  const drawn = zeros.slice(0, DRAWN_ROWS);
  const top = Math.max(1, ...drawn.flatMap(({ weeks }) => weeks.map((events) => events ?? 0)));
  const plot = fixedPlot(CELL.width - 24, 60);
  return {
    title,
    subtitle: `Each day 0 by itself: events a week on one scale, the highest ${ratioWords(top)}`,
    keys: sidePictureKeys.slice(0, 2),
    width: WIDTH,
    height: Math.ceil(drawn.length / ACROSS) * CELL.height,
    note: NO_CAUSE,
    drawing: drawn.map((zero, i) => (
      <g
        key={`${zero.day} ${zero.place}`}
        transform={`translate(${(i % ACROSS) * CELL.width} ${Math.floor(i / ACROSS) * CELL.height})`}
      >
        <text x={0} y={14} fontSize={13} fontWeight={700} fill="#0b0c0c">
          {zeroWords(zero)}
        </text>
        <text x={0} y={30} fontSize={12} fill="#484949">
          {(named.get(zero.ids[0]!)?.title ?? `${zero.anchors} events`).slice(0, 44)}
        </text>
        <g transform="translate(0 38)">
          <RowDrawing weeks={zero.weeks} {...{ top, plot }} />
        </g>
      </g>
    )),
  };
};

const drawings: Record<string, Draw> = { aligned, ratios, placebo, anchors };

/** The words alone, where there is nothing to draw. */
const onlyWords = (title: string): ChartPicture => ({
  title,
  subtitle: 'There is nothing to draw.',
  keys: [],
  width: WIDTH,
  height: 10,
  drawing: null,
});

/** A figure of a study for a picture file: aligned, ratios, placebo or anchors. */
export function studyPicture(name: string, question: StudyQuestion, page: StudyPage): ChartPicture {
  const { found, names } = page;
  if (!found) return onlyWords('Not enough data: the record names no day of these sets.');
  const title = studySentence(found.study, question, { names, leftOut: found.leftOut });
  return (found.study.zeros > 0 && drawings[name]!({ ...page, found }, title)) || onlyWords(title);
}
