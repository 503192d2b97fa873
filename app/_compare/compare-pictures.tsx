import type { ReactNode } from 'react';
import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { ComparePage } from '@/app/_http/compare-data';
import { perPeriod } from '@/lib/chart-axis';
import { differenceWords, mixSentence, rateWords, shareWords } from '@/lib/compare/compare-words';
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

type Draw = (page: ComparePage) => Pick<ChartPicture, 'subtitle' | 'height' | 'drawing'>;

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

const mix: Draw = ({ found }) => ({
  subtitle: `Shares of A and B, and their difference in percentage points with 95 per cent intervals. ${mixSentence(found)}`,
  height: found.mix.length * ROW + 8,
  drawing: rows(
    found.mix.map((row) => ({
      label: mixLabel(row),
      words: `${shareWords(row.a, found.a.total)} : ${shareWords(row.b, found.b.total)}${row.difference ? `, ${differenceWords(row.difference)}` : ''}`,
      drawing: <MixMark {...{ row, found, plot }} />,
    })),
  ),
});

const timeline: Draw = ({ found }) => {
  const inner = WIDTH - GUTTER - MARGIN;
  return {
    subtitle: `Events ${perPeriod(found.period)} on one scale: A above the line, B below it`,
    height: found.bins.length > 0 ? HEADROOM + HEIGHT + AXIS_HEIGHT : 10,
    drawing: found.bins.length > 0 && (
      <g transform={`translate(${GUTTER} ${HEADROOM})`}>
        <MirrorDrawing found={found} plot={fixedPlot(inner, HEIGHT)} axes={[{ width: inner }]} />
      </g>
    ),
  };
};

const drawings: Record<string, Draw> = { rates, mix, timeline };

/** A figure of a comparison for a picture file: rates, mix or timeline. */
export const comparePicture = (name: string, page: ComparePage): ChartPicture => ({
  title: page.sentence,
  keys: comparePictureKeys(page.phrases),
  width: WIDTH,
  note: 'It compares how often things happened; it does not say why.',
  ...drawings[name]!(page),
});
