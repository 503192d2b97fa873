import type { Sheet } from '@/lib/csv';
import { lastOfMonth } from '@/lib/days';
import { placeName } from '@/lib/places';
import { surroundingCells, surroundingColumns, type Surroundings } from '@/lib/surrounding-columns';
import { amountLabel } from './flow-words';
import type { Flow } from './flow-sums';
import type { FlowQuestion } from './flow-view';

/** Flows as a table: a row for each month and pair of places; the amount is empty where no event gives one. */
export function flowSheet(
  flows: readonly Flow[],
  { amount }: Pick<FlowQuestion, 'amount'>,
  surroundings: Surroundings,
): Sheet {
  const byMonth = [...flows].sort(
    (a, b) => a.month.localeCompare(b.month) || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
  return {
    header: [
      'month',
      'from_code',
      'from',
      'to_code',
      'to',
      'events',
      'events_by_report',
      'amount',
      'unit',
      'events_with_amount',
      ...surroundingColumns,
    ],
    rows: byMonth.map((flow) => [
      flow.month.slice(0, 7),
      flow.from,
      placeName(flow.from),
      flow.to,
      placeName(flow.to),
      flow.events,
      flow.reported,
      flow.given > 0 ? flow.amount : null,
      amount === null ? null : amountLabel(amount),
      amount === null ? null : flow.given,
      ...surroundingCells(surroundings, flow.month, lastOfMonth(flow.month)),
    ]),
  };
}
