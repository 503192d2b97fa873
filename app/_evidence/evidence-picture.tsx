import { lockdownPictureKey } from '@/app/_charts/lockdown-sign';
import { FLAGS, OverFlags, pictureNote } from '@/app/_charts/over-flags';
import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import type { ReadSurroundings } from '@/app/_http/surroundings';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { bandWords } from '@/lib/chart-words';
import { balanceWords, type Balance } from '@/lib/evidence/balance';
import type { Indicator } from '@/lib/indicators/indicator';
import { layOver } from '@/lib/over-layer';
import { pillarTerm } from '@/lib/vocabulary';
import { BalanceDrawing, balanceKeys } from './balance-drawing';
import { WEIGHED } from './evidence-words';

const WIDTH = 900;
const HEIGHT = 280;

/** The balance of evidence for a picture file. */
export function evidencePicture(
  indicator: Indicator,
  balance: Balance,
  around: ReadSurroundings,
): ChartPicture {
  const { colour } = pillarTerm(indicator.pillar);
  const inner = WIDTH - GUTTER - MARGIN;
  const plot = fixedPlot(inner, HEIGHT);
  const { kind } = around.overlay;
  const over = layOver(around.marks.bands, balance);
  const notes = notesOn(around.notes, balance);
  const top = HEADROOM + (over.length > 0 ? FLAGS : 0);
  const lying = over.length > 0 ? bandWords(around.overlay, around.marks.bands) : '';
  return {
    title: indicator.question,
    subtitle: balanceWords(balance),
    keys: [...balanceKeys(colour), ...(lying ? [lockdownPictureKey(lying)] : [])],
    width: WIDTH,
    height: top + HEIGHT + AXIS_HEIGHT,
    note: pictureNote([WEIGHED], { over, notes }),
    drawing: balance.columns.length > 0 && (
      <g transform={`translate(${GUTTER} ${top})`}>
        <OverFlags {...{ over, kind }} width={inner} above={HEADROOM} />
        <BalanceDrawing {...{ balance, plot, colour, over, notes }} />
      </g>
    ),
  };
}
