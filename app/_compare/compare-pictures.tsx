import type { ReactNode } from 'react';
import { belowPicture } from '@/app/_charts/below-panel';
import { FLAGS, OverFlags, pictureNote } from '@/app/_charts/over-flags';
import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { ComparePage } from '@/app/_http/compare-data';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { perPeriod } from '@/lib/chart-axis';
import { bandWords } from '@/lib/chart-words';
import { differenceWords, rateWords, shareWords } from '@/lib/compare/compare-words';
import { layOver } from '@/lib/over-layer';
import { topRate } from './compare-figures';
import { comparePictureKeys } from './compare-key';
import { A_INK, B_INK } from './inks';
import { MirrorDrawing } from './mirror-drawing';
import { mixLabel, MixMark } from './mix-mark';
import { RateMark } from './rate-mark';

const WIDTH = 900;
const HEIGHT = 340;
const ROW = 34;
const LABELS = 230;
const NUMBERS = 270;

const SAYS = 'It compares how often things happened; it does not say why.';

type Draw = (page: ComparePage) => Pick<ChartPicture, 'subtitle' | 'height' | 'drawing' | 'note'>;

/** Rows of a label, a drawing and its numbers. */
function rows(all: readonly { label: string; words: string; drawing: ReactNode }[]) {
  return all.map(({ label, words, drawing }, i) => (
    <g key={label} transform={`translate(0 ${i * ROW})`}>
      <text x={0} y={ROW / 2 + 5} fontSize={14} fill="#0b0c0c">
        {label}
      </text>
      <g transform={`translate(${LABELS} 0)`}>{drawing}</g>
      <text x={WIDTH} y={ROW / 2 + 5} fontSize={13} textAnchor="end" fill="#0b0c0c">
        {words}
      </text>
    </g>
  ));
}

const plot = fixedPlot(WIDTH - LABELS - NUMBERS, ROW);

const rates: Draw = ({ found }) => ({
  subtitle: 'Events a month: the mean and its 95 per cent interval, from nought, on one scale',
  height: 2 * ROW + 8,
  drawing: rows(
    (['a', 'b'] as const).map((side) => ({
      label: side.toUpperCase(),
      words: `${rateWords(found[side].rate)} a month`,
      drawing: (
        <RateMark
          rate={found[side].rate}
          top={topRate(found)}
          ink={side === 'a' ? A_INK : B_INK}
          plot={plot}
        />
      ),
    })),
  ),
});

const mix: Draw = ({ found, mixSentence }) => ({
  subtitle: `Shares of A and B, and their difference in percentage points with 95 per cent intervals. ${mixSentence}`,
  height: found.mix.length * ROW + 8,
  drawing: rows(
    found.mix.map((row) => ({
      label: mixLabel(row),
      words: `${shareWords(row.a, found.a.total)} : ${shareWords(row.b, found.b.total)}${row.difference ? `, ${differenceWords(row.difference)}` : ''}`,
      drawing: <MixMark {...{ row, found, plot }} />,
    })),
  ),
});

const timeline: Draw = ({ found, around }) => {
  const inner = WIDTH - GUTTER - MARGIN;
  const subtitle = `Events ${perPeriod(found.period)} on one scale: A above the line, B below it`;
  if (found.bins.length === 0) return { subtitle, height: 10, drawing: null };
  const days = { columns: found.bins };
  const over = layOver(around.marks.bands, days);
  const notes = notesOn(around.notes, days);
  const top = HEADROOM + (over.length > 0 ? FLAGS : 0);
  const height = top + HEIGHT + AXIS_HEIGHT;
  const panel = belowPicture(around.below && around.below.measure, found.bins, inner);
  return {
    subtitle,
    height: height + (panel?.height ?? 0),
    note: pictureNote(
      [SAYS, over.length > 0 && `Shaded: ${bandWords(around.overlay, around.marks.bands)}.`],
      { over, notes, below: panel?.words },
    ),
    drawing: (
      <>
        <g transform={`translate(${GUTTER} ${top})`}>
          <OverFlags over={over} kind={around.overlay.kind} width={inner} above={HEADROOM} />
          <MirrorDrawing
            {...{ found, over, notes }}
            plot={fixedPlot(inner, HEIGHT)}
            axes={[{ width: inner }]}
          />
        </g>
        {panel && <g transform={`translate(${GUTTER} ${height})`}>{panel.drawing}</g>}
      </>
    ),
  };
};

const drawings: Record<string, Draw> = { rates, mix, timeline };

/** A figure of a comparison for a picture file: rates, mix or timeline. */
export const comparePicture = (name: string, page: ComparePage): ChartPicture => ({
  title: page.sentence,
  keys: comparePictureKeys(page.phrases),
  width: WIDTH,
  note: SAYS,
  ...drawings[name]!(page),
});
