import { monthYear } from '@/lib/days';
import { listed } from '@/lib/listed';
import { countOf, formatCount } from '@/lib/numbers';
import { placeName } from '@/lib/places';
import { labelOf, measureTerms } from '@/lib/vocabulary';
import { sumPairs, weightOf, type FlowMonth, type FlowQuestion } from './flow-view';
import type { Flow } from './flow-sums';

/** The months that a sentence can list; of more it gives the greatest. */
const FEW_MONTHS = 8;

/** A weight as a number alone, where its unit stands beside it. */
export const weightNumber = (value: number): string => formatCount(Math.round(value * 100) / 100);

/** A weight with its unit: "3 events", "7 tonnes". */
export function weightWords(value: number, { amount }: Pick<FlowQuestion, 'amount'>): string {
  if (amount === null) return countOf(value, 'event');
  const number = weightNumber(value);
  const [measure, unit] = [amount.slice(0, amount.indexOf(':')), amount.slice(amount.indexOf(':') + 1)];
  return measure === 'quantity' || measure === 'usd' ? `${number} ${unit}` : `${number} people ${measure}`;
}

/** What an amount is called where one is chosen: "tonnes", "people killed". */
export function amountLabel(key: string): string {
  const [measure, unit] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return measure === 'quantity' || measure === 'usd' ? unit : labelOf(measureTerms, measure);
}

/** "4 in February and 6 in March 2020"; of many months the greatest. */
function byMonth(all: readonly FlowMonth[], side: 'in' | 'out'): string {
  const months = all.filter((one) => one[side] > 0);
  if (months.length === 0) return 'none';
  const words = (one: FlowMonth): string => `${weightNumber(one[side])} in ${monthYear(one.month)}`;
  if (months.length > FEW_MONTHS) {
    const most = Math.max(...months.map((one) => one[side]));
    return `most ${words(months.find((one) => one[side] === most)!)}`;
  }
  return listed(
    months.map((one, i) =>
      months[i + 1]?.month.slice(0, 4) === one.month.slice(0, 4)
        ? words(one).replace(/ \d{4}$/, '')
        : words(one),
    ),
  );
}

/** The answer in words: by month where a place is chosen, else the largest flow. */
export function flowSentence(
  flows: readonly Flow[],
  months: readonly FlowMonth[],
  question: FlowQuestion,
): string {
  const { of, amount } = question;
  if (months.length === 0) return 'Nothing that passes the filters crossed a border.';
  const unit = amount === null ? '' : ` (${amountLabel(amount)})`;
  if (of !== null) {
    const name = placeName(of);
    return `From ${name}${unit}: ${byMonth(months, 'out')}. To ${name}: ${byMonth(months, 'in')}.`;
  }
  const [top] = sumPairs(flows).sort((a, b) => weightOf(b, question) - weightOf(a, question));
  if (!top || weightOf(top, question) === 0) return 'No event that passes the filters gives this amount.';
  return `Most from ${placeName(top.from)} to ${placeName(top.to)}: ${weightWords(weightOf(top, question), question)}.`;
}

/** What is not in the picture, and why: events without an amount, flows within the place, events that crossed no border. */
export function flowCaveats(
  shown: readonly Flow[],
  question: FlowQuestion,
  within: number,
  uncrossed: number,
): string {
  const events = shown.reduce((sum, flow) => sum + flow.events, 0);
  const given = shown.reduce((sum, flow) => sum + flow.given, 0);
  const reported = shown.reduce((sum, flow) => sum + flow.reported, 0);
  const parts = [
    question.amount !== null &&
      `${formatCount(events - given)} of ${countOf(events, 'event')} ${events - given === 1 ? 'gives' : 'give'} no amount in ${amountLabel(question.amount)} and ${events - given === 1 ? 'has' : 'have'} no band.`,
    reported > 0 &&
      `${formatCount(reported)} of ${countOf(events, 'event')} ${reported === 1 ? 'is' : 'are'} dated only by report.`,
    within > 0 &&
      `${countOf(within, 'event')} within ${placeName(question.of!)} ${within === 1 ? 'has' : 'have'} no band.`,
    uncrossed > 0 &&
      `${countOf(uncrossed, 'event')} that ${uncrossed === 1 ? 'passes' : 'pass'} the filters ${uncrossed === 1 ? 'names' : 'name'} no place of origin.`,
  ];
  return parts.filter(Boolean).join(' ');
}
