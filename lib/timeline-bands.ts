import { formatDateSpan } from './date-words';
import { dayNumber } from './days';
import { whenWords } from './over-words';
import { xOf, type Scale } from './timeline-scale';
import { fitted, textWidth } from './timeline-text';
import type { LockdownBand } from './timeline';

export const BAND_TITLE = 13;
export const BAND_DATES = 12;
/** Two lines of label. */
export const BAND_ROW = 32;
const MAX_ROWS = 3;
const GAP = 12;
const INDENT = 6;

export interface BandDrawing {
  band: LockdownBand;
  x: number;
  width: number;
  openLeft: boolean;
  openRight: boolean;
  /** Row of its label from the top; null where it has none. */
  row: number | null;
  labelX: number;
  title: string;
  dates: string;
}

interface Placed {
  band: LockdownBand;
  start: number;
  end: number;
  wide: number;
  row: number | null;
}

/** The dates stand below the title, which need not say them again. */
const titleOf = ({ title }: LockdownBand): string => title.replace(/, \d{1,2} [A-Z][a-z]+[^,]* \d{4}$/, '');

/** How wide the label of a band is, in pixels. */
export const bandLabelWidth = ({ title, dates }: Pick<BandDrawing, 'title' | 'dates'>): number =>
  Math.max(textWidth(title, BAND_TITLE, true), textWidth(dates, BAND_DATES));

function widthOf(band: LockdownBand, longest: number): number {
  return Math.min(bandLabelWidth({ title: titleOf(band), dates: whenWords(band) }) + INDENT, longest);
}

/** Rows by first fit over all bands, in view or not, so that a pan moves no label from row to row. */
function placed(bands: readonly LockdownBand[], scale: Scale): Placed[] {
  const ends: number[] = [];
  const order = [...bands].sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0));
  return order.map((band) => {
    const start = xOf(scale, dayNumber(band.startsOn));
    const end = xOf(scale, dayNumber(band.endsOn) + 1);
    const wide = widthOf(band, scale.right - scale.left);
    const free = [...ends, -Infinity].findIndex((taken) => taken <= start);
    if (free >= MAX_ROWS) return { band, start, end, wide, row: null };
    ends[free] = Math.max(end, start + wide) + GAP;
    return { band, start, end, wide, row: free };
  });
}

/**
 * Lockdown bands in view with their labels: each label stays on its band while that is in view, and moves left where it
 * would run out of the plot; where the label before it is in the way, it is cut or left out.
 */
export function drawBands(
  bands: readonly LockdownBand[],
  scale: Scale,
): { bands: BandDrawing[]; rows: number } {
  const all = placed(bands, scale);
  const taken: number[] = [];
  const drawn = all
    .filter(({ start, end }) => end > scale.left && start < scale.right)
    .map(({ band, start, end, wide, row }): BandDrawing => {
      const x = Math.max(start, scale.left);
      const shape = {
        band,
        x,
        width: Math.min(end, scale.right) - x,
        openLeft: start < scale.left,
        openRight: end > scale.right,
      };
      if (row === null) return { ...shape, row, labelX: x, title: '', dates: '' };
      const least = Math.max(scale.left, taken[row] ?? -Infinity);
      // On its band; at the right end of the plot, as far left as it must.
      const wanted = Math.min(Math.max(x, scale.left), scale.right - wide);
      const labelX = Math.max(least, wanted) + INDENT;
      const room = scale.right - labelX;
      const title = fitted(titleOf(band), room, BAND_TITLE, true);
      const dates =
        [whenWords(band), formatDateSpan(band)].find((words) => textWidth(words, BAND_DATES) <= room) ?? '';
      taken[row] = labelX + bandLabelWidth({ title, dates }) + GAP;
      return { ...shape, row: title ? row : null, labelX, title, dates };
    });
  return { bands: drawn, rows: Math.max(0, ...drawn.map(({ row }) => (row ?? -1) + 1)) };
}
