import { filtersToQuery, type Filters } from '@/lib/filters';
import { isDay, type Day } from '@/lib/days';
import { findPlace, placeByName } from '@/lib/places';
import type { QueryProblem } from '@/lib/strict-filters';
import type { FlowQuestion } from './flow-view';

/** What flows take beside the filters: the place looked from, one month, and the amount that is added up. */
export const flowParameters = ['of', 'month', 'amount'] as const;

type Asked = Partial<Record<(typeof flowParameters)[number], string | null | undefined>>;

const LONGEST = 120;
const AMOUNT = /^(?:quantity|usd|killed|injured):./;

function readMonth(text: string | null | undefined): Day | null {
  const day = `${text}-01`;
  return /^\d{4}-\d{2}$/.test(text ?? '') && isDay(day) ? day : null;
}

/** The flows that a URL asks for. What cannot be read is as if it were not there, and named in `problems`. */
export function readFlowQuestion(
  asked: Asked,
): FlowQuestion & { problems: (QueryProblem & { parameter: keyof Asked })[] } {
  const of = asked.of ? ((findPlace(asked.of) ?? placeByName(asked.of))?.code ?? null) : null;
  const month = readMonth(asked.month);
  const amount =
    asked.amount && asked.amount.length <= LONGEST && AMOUNT.test(asked.amount) ? asked.amount : null;
  const problems = [
    asked.of &&
      !of && { parameter: 'of' as const, value: asked.of, detail: 'Give the code or the name of a place' },
    asked.month &&
      !month && { parameter: 'month' as const, value: asked.month, detail: 'Give a month, like 2020-03' },
    asked.amount &&
      !amount && {
        parameter: 'amount' as const,
        value: asked.amount,
        detail: 'Give a measure and its unit, like quantity:tonnes',
      },
  ].filter((one) => typeof one === 'object' && one !== null);
  return { of, month, amount, problems };
}

/** The parameters of flows beside the filters. */
export function flowParametersOf({ of, month, amount }: FlowQuestion): Record<string, string | null> {
  return { of, month: month?.slice(0, 7) ?? null, amount };
}

/** The query of flows, with what else the address says, as the one way to write it. */
export const flowQuery = (
  filters: Filters,
  question: FlowQuestion,
  more: Record<string, string | undefined> = {},
): string => filtersToQuery(filters, { ...flowParametersOf(question), ...more });
