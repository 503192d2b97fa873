import type { Annotation } from '@/lib/annotations/annotation';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import type { Below } from '@/lib/below';
import { shownPillars } from '@/lib/chart-columns';
import { perPeriod } from '@/lib/chart-axis';
import type { PeriodData } from '@/lib/chart-period';
import { periodCaveat, periodHeadline } from '@/lib/chart-sentences';
import { bandWords, sumNote } from '@/lib/chart-words';
import { spanWords } from '@/lib/count-words';
import { dayNumber } from '@/lib/days';
import type { Filters } from '@/lib/filters';
import { layOver } from '@/lib/over-layer';
import type { Overlay } from '@/lib/overlay';
import type { LockdownBand } from '@/lib/timeline';
import { pillarTerms } from '@/lib/vocabulary';
import { belowPicture } from './below-panel';
import { hatchOf } from './hatch-defs';
import { lockdownPictureKey } from './lockdown-sign';
import { FLAGS, OverFlags, pictureNote } from './over-flags';
import { PeriodDrawing } from './period-drawing';
import type { ChartPicture, PictureKey } from './picture';
import { AXIS_HEIGHT, fixedPlot, GUTTER, HEADROOM, MARGIN } from './plot';
import { SeriesMark } from './series-mark';

const WIDTH = 900;
const HEIGHT = 360;
const IDS = 'period';

function keysOf(shown: readonly number[], lockdowns: string): PictureKey[] {
  const { colour } = pillarTerms[shown[0]!]!;
  return [
    ...shown.map((p) => ({
      label: pillarTerms[p]!.label,
      sign: <SeriesMark pillar={pillarTerms[p]!.code} x={12} y={7} r={6} />,
    })),
    {
      label: 'dated only by report',
      sign: <rect x={0.5} y={0.5} width={19} height={13} fill={hatchOf(shown[0]!, IDS)} stroke={colour} />,
    },
    ...(lockdowns ? [lockdownPictureKey(lockdowns)] : []),
  ];
}

/** What goes with the columns: over them, on their days, and below them. */
interface PeriodSurroundings {
  overlay: Overlay;
  spells: readonly LockdownBand[];
  annotations: readonly Annotation[];
  below: Below | null;
}

/** The chart by period for a picture file. */
export function periodPicture(
  data: PeriodData,
  filters: Filters,
  { overlay, spells, annotations, below }: PeriodSurroundings,
): ChartPicture {
  const shown = shownPillars(filters);
  const over = layOver(spells, data);
  const [first, last] = [data.columns[0], data.columns.at(-1)];
  const when = first && last ? `, ${spanWords({ from: dayNumber(first.from), to: dayNumber(last.to) })}` : '';
  const inner = WIDTH - GUTTER - MARGIN;
  const notes = notesOn(annotations, data);
  const panel = belowPicture(below, data.columns, inner);
  const above = HEADROOM + (over.length > 0 ? FLAGS : 0);
  const chart = above + HEIGHT + AXIS_HEIGHT;
  return {
    title: periodHeadline(data),
    subtitle: `Events ${perPeriod(data.period)} under each of their pillars${when}`,
    keys: keysOf(shown, over.length > 0 ? bandWords(overlay, spells) : ''),
    width: WIDTH,
    height: chart + (panel?.height ?? 0),
    note: pictureNote([periodCaveat(data), sumNote(data, shown)], { over, notes, below: panel?.words }),
    drawing: (
      <>
        <g transform={`translate(${GUTTER} ${above})`}>
          <OverFlags over={over} kind={overlay.kind} width={inner} above={HEADROOM} />
          <PeriodDrawing
            {...{ data, shown, over, notes }}
            plot={fixedPlot(inner, HEIGHT)}
            axes={[{ width: inner }]}
            ids={IDS}
          />
        </g>
        {panel && <g transform={`translate(${GUTTER} ${chart})`}>{panel.drawing}</g>}
      </>
    ),
  };
}
