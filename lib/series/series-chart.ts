import { dayNumber, firstOfMonth, formatDay, monthYear, shiftMonth, type Day } from '@/lib/days';
import { formatDecimal } from '@/lib/numbers';
import type { Observation } from './series';
import { periodWords } from './series-period';

/** A number of a series in the chart; shares of its width from the left, and of its height from the ground. */
export interface SeriesPoint {
  from: number;
  to: number;
  mid: number;
  height: number;
  low: number | null;
  high: number | null;
  observation: Observation;
}

/** The chart of a series, before anything draws it. */
export interface SeriesChart {
  from: Day;
  to: Day;
  /** Round numbers of the axis, from nought. */
  ticks: number[];
  /** Where calendar years begin; in a chart that has not two of them, months. At most twelve years, or a few months. */
  dates: { share: number; label: string }[];
  points: SeriesPoint[];
  /** Neighbours that a line joins: positions in `points`. It stops at a gap and before a break. */
  lines: [number, number][];
}

/** Where a day begins, as a share of the days from..to. */
export function shareOf(day: Day, { from, to }: { from: Day; to: Day }): number {
  return (dayNumber(day) - dayNumber(from)) / (dayNumber(to) + 1 - dayNumber(from));
}

/** Round steps from nought, at most six, the last at or above `max`; finer than a whole where the numbers are. */
export function ticksTo(max: number): number[] {
  const rough = (max > 0 ? max : 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough * 0.999_999)!;
  const steps = Math.max(1, Math.ceil((max > 0 ? max : 1) / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

const shortMonth = (day: Day): string => `${monthYear(day).slice(0, 3)} ${day.slice(0, 4)}`;

/** The labels of the axis: years, on round ones where they are many; or months. */
function datesOf(days: { from: Day; to: Day }): SeriesChart['dates'] {
  const { from, to } = days;
  const at = (day: Day, label: string) => ({ share: shareOf(day, days), label });
  const first = Number(from.slice(0, 4));
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - first + 1 },
    (_, i) => `${first + i}-01-01`,
  ).filter((day) => day >= from);
  const stride = Math.ceil(years.length / 12);
  if (years.length > 1)
    return years
      .filter((day) => Number(day.slice(0, 4)) % stride === 0)
      .map((day) => at(day, day.slice(0, 4)));
  const months: Day[] = [];
  for (let month = firstOfMonth(from); month <= to; month = shiftMonth(month, 1))
    if (month >= from) months.push(month);
  if (months.length === 0) return [at(from, formatDay(from))];
  const step = [1, 2, 3, 4, 6].find((one) => months.length / one <= 4) ?? 12;
  return months
    .filter((month) => (Number(month.slice(5, 7)) - 1) % step === 0)
    .map((month) => at(month, shortMonth(month)));
}

/** Numbers of a series laid out over the days that they span, above a zero baseline; null where there is none. */
export function seriesChart(observations: readonly Observation[]): SeriesChart | null {
  const known = observations.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const from = observations.map(({ startsOn }) => startsOn).reduce((a, b) => (a < b ? a : b));
  const to = observations.map(({ endsOn }) => endsOn).reduce((a, b) => (a > b ? a : b));
  const ticks = ticksTo(Math.max(...known.map(({ value, high }) => Math.max(value!, high ?? 0))));
  const top = ticks.at(-1)!;
  const points = known.map((observation): SeriesPoint => {
    const { startsOn, endsOn, value, low, high } = observation;
    const start = shareOf(startsOn, { from, to });
    const end = start + (dayNumber(endsOn) + 1 - dayNumber(startsOn)) / (dayNumber(to) + 1 - dayNumber(from));
    return {
      from: start,
      to: end,
      mid: (start + end) / 2,
      height: value! / top,
      low: low === null ? null : low / top,
      high: high === null ? null : high / top,
      observation,
    };
  });
  const at = new Map(observations.map((observation, i) => [observation, i]));
  const lines = points.flatMap((point, i): [number, number][] => {
    const next = points[i + 1];
    if (!next || next.observation.marks.includes('b')) return [];
    // A number that was not published stands between them.
    const [here, there] = [point, next].map(({ observation }) => at.get(observation)!) as [number, number];
    return there === here + 1 ? [[i, i + 1]] : [];
  });
  return { from, to, ticks, dates: datesOf({ from, to }), points, lines };
}

/** A number of a series in words: "4,915". */
export const formatValue = (value: number): string => formatDecimal(value, 2);

/** A number with its marks, as in official tables: "4,915 [p]"; a gap is its mark alone. */
export function valueWords({ value, marks }: Observation): string {
  const signs = marks.map((mark) => `[${mark}]`).join('');
  return value === null ? signs : [formatValue(value), signs].filter(Boolean).join(' ');
}

/** "in the year to March 2021", "in 2021": a period in the middle of a sentence. */
export function inPeriod(period: Observation): string {
  const words = periodWords(period);
  return `in ${words.startsWith('Year to') ? `the ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words}`;
}

/**
 * The latest number and how it compares with the one before, in a sentence. Nothing is compared across a break, a gap or
 * periods that overlap. '' for an empty series.
 */
export function seriesSentence(observations: readonly Observation[], unit: string): string {
  const last = observations.at(-1);
  if (!last) return '';
  if (last.value === null) return `No number was published ${inPeriod(last)}.`;
  const now = `${formatValue(last.value)} ${unit} ${inPeriod(last)}`;
  const before = observations.at(-2);
  if (!before?.value || last.marks.includes('b') || before.endsOn >= last.startsOn) return `${now}.`;
  const change = Math.round((last.value / before.value - 1) * 100);
  const against = `than ${inPeriod(before)} (${formatValue(before.value)})`;
  if (change === 0) return `${now}: about as many as ${inPeriod(before)} (${formatValue(before.value)}).`;
  return `${now}: ${Math.abs(change)} per cent ${change > 0 ? 'more' : 'fewer'} ${against}.`;
}
