import { topOf, type Breakdown, type Share } from '@/lib/breakdowns';
import { BarDrawing, barDrawingHeight } from './bar-drawing';
import { breakdownTitle } from './breakdown-figure';
import { hatchOf } from './hatch-defs';
import type { ChartPicture } from './picture';

const WIDTH = 900;
/** More bars than a slide can show help no one; the file of the data has them all. */
const TOP = 20;
const IDS = 'bars';

/** A breakdown for a picture file; `when` says over which dates. */
export function breakdownPicture(
  by: Breakdown,
  shares: readonly Share[],
  words: { noun: string; heading: string },
  when: string,
): ChartPicture {
  const rows = topOf(shares, TOP);
  const sign = (fill: string) => <rect x={0.5} y={0.5} width={19} height={13} fill={fill} stroke="#12436D" />;
  return {
    title: breakdownTitle(by, shares, words.heading),
    subtitle: `Events by ${words.noun}${when}${rows.length < shares.length ? `; the ${TOP} most frequent` : ''}`,
    keys: [
      { label: 'dated to the day or within a span', sign: sign('#12436D') },
      { label: 'dated only by report', sign: sign(hatchOf(0, IDS)) },
      ...(rows.some((row) => !row.chosen) ? [{ label: 'not in the filter', sign: sign('#fff') }] : []),
    ],
    width: WIDTH,
    height: barDrawingHeight(rows.length),
    note: by === 'pillars' ? 'An event with two pillars counts under each.' : undefined,
    drawing: <BarDrawing rows={rows} width={WIDTH} ids={IDS} />,
  };
}
