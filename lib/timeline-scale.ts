import { dayFromNumber } from './days';
import { stepFor, steps, type Step } from './timeline-calendar';
import { textWidth } from './timeline-text';
import type { Span } from './timeline';

/** Where days lie on the screen. */
export interface Scale extends Span {
  readonly left: number;
  readonly right: number;
  readonly pixelsPerDay: number;
}

export function scaleOf(span: Span, left: number, right: number): Scale {
  return { ...span, left, right, pixelsPerDay: (right - left) / (span.to - span.from) };
}

/** The x of the beginning of a day. */
export function xOf(scale: Scale, day: number): number {
  return scale.left + (day - scale.from) * scale.pixelsPerDay;
}

/** The day, with its fraction, at an x. */
export function dayAt(scale: Scale, x: number): number {
  return scale.from + (x - scale.left) / scale.pixelsPerDay;
}

/** A line of the grid; its label is empty where there was no room for one. */
export interface Tick {
  x: number;
  label: string;
  /** Begins a year, or a month among days. */
  major: boolean;
}

const TICK_TEXT = 13;
const INDENT = 4;
const GAP = 8;
/** Steps that read well on an axis, and the room that a plain label of each wants. */
const axisSteps = steps.filter(({ unit, size }) =>
  unit === 'day' ? [1, 2, 7, 14].includes(size) : size !== 2 && size !== 6,
);
const room = ({ unit, size }: Step): number => (unit === 'month' ? 44 : size < 7 ? 30 : 60);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "2020", "Mar 2020", "23 Mar 2020", less what the label before it has already said. */
function tickLabel(day: number, step: Step, before: string | null): string {
  const iso = dayFromNumber(day);
  const [year, month, dayOfMonth] = [iso.slice(0, 4), iso.slice(5, 7), String(Number(iso.slice(8)))];
  if (step.unit === 'month' && step.size >= 12) return year;
  const parts = step.unit === 'month' ? [] : [dayOfMonth];
  const near = step.unit === 'day' && step.size < 7 && before?.slice(0, 7) === iso.slice(0, 7);
  if (!near) parts.push(MONTHS[Number(month) - 1]!);
  if (before?.slice(0, 4) !== year) parts.push(year);
  return parts.join(' ');
}

function isMajor(day: number, step: Step): boolean {
  const iso = dayFromNumber(day);
  if (step.unit === 'month') return step.size < 12 && iso.endsWith('-01-01');
  return step.size < 7 ? iso.endsWith('-01') : false;
}

/** Grid lines with labels that never overlap: those that open a year or a month are placed first. */
export function ticksOf(scale: Scale): Tick[] {
  const step =
    axisSteps.find((one) => one.days * scale.pixelsPerDay >= room(one)) ?? stepFor(scale.pixelsPerDay, 44);
  const days: number[] = [];
  for (let bin = step.bin(Math.ceil(scale.from) - 1) + 1; step.start(bin) < scale.to; bin++)
    days.push(step.start(bin));
  const ticks = days.map((day, i) => ({
    x: xOf(scale, day),
    label: tickLabel(day, step, i === 0 ? null : dayFromNumber(days[i - 1]!)),
    major: isMajor(day, step),
  }));
  const placed: [number, number][] = [];
  const fits = (tick: Tick): boolean => {
    const from = tick.x + INDENT;
    const to = from + textWidth(tick.label, TICK_TEXT);
    if (to > scale.right || placed.some(([a, b]) => from < b + GAP && to + GAP > a)) return false;
    placed.push([from, to]);
    return true;
  };
  const kept = new Set(
    [...ticks.slice(0, 1), ...ticks.filter((tick) => tick.major), ...ticks].filter(
      (tick, i, all) => all.indexOf(tick) === i && fits(tick),
    ),
  );
  return ticks.map((tick) => (kept.has(tick) ? tick : { ...tick, label: '' }));
}
