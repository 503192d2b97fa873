import type { ChartPicture } from '@/app/_charts/picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from '@/app/_charts/plot';
import { balanceWords, type Balance } from '@/lib/evidence/balance';
import type { Indicator } from '@/lib/indicators/indicator';
import { pillarTerm } from '@/lib/vocabulary';
import { BalanceDrawing, balanceKeys } from './balance-drawing';
import { WEIGHED } from './evidence-words';

const WIDTH = 900;
const HEIGHT = 280;

/** The balance of evidence for a picture file. */
export function evidencePicture(indicator: Indicator, balance: Balance): ChartPicture {
  const { colour } = pillarTerm(indicator.pillar);
  const plot = fixedPlot(WIDTH - GUTTER - MARGIN, HEIGHT);
  return {
    title: indicator.question,
    subtitle: balanceWords(balance),
    keys: balanceKeys(colour),
    width: WIDTH,
    height: HEADROOM + HEIGHT + AXIS_HEIGHT,
    note: WEIGHED,
    drawing: balance.columns.length > 0 && (
      <g transform={`translate(${GUTTER} ${HEADROOM})`}>
        <BalanceDrawing {...{ balance, plot, colour }} />
      </g>
    ),
  };
}
