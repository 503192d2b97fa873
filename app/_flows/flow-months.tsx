import Link from 'next/link';
import { monthYear } from '@/lib/days';
import { weightWords } from '@/lib/flows/flow-words';
import type { FlowMonth, FlowQuestion } from '@/lib/flows/flow-view';
import { placeName } from '@/lib/places';

interface Props {
  months: readonly FlowMonth[];
  question: FlowQuestion;
  hrefOf(month: string | null): string;
}

/** A month in words: with a place, both its directions. */
function monthWords(one: FlowMonth, question: FlowQuestion): string {
  const month = monthYear(one.month);
  if (question.of === null) return `${month}: ${weightWords(one.out, question)}`;
  const name = placeName(question.of);
  return `${month}: from ${name} ${weightWords(one.out, question)}, to ${name} ${weightWords(one.in, question)}`;
}

/** Months as bars that are links, each showing its own flows: out of the place above the line, into it below. */
export function FlowMonths({ months, question, hrefOf }: Props) {
  const most = Math.max(...months.map((one) => Math.max(one.out, one.in)));
  const height = (n: number): string => `${most > 0 ? (n / most) * 100 : 0}%`;
  return (
    <ol className="pw-flow-months">
      {months.map((one) => (
        <li key={one.month}>
          <Link
            href={hrefOf(one.month)}
            prefetch={false}
            scroll={false}
            aria-current={one.month === question.month ? 'true' : undefined}
          >
            <span className="govuk-visually-hidden">{monthWords(one, question)}</span>
            <span className="pw-flow-months__half" aria-hidden="true">
              <span style={{ height: height(one.out) }} className="pw-flow-months__out" />
            </span>
            {question.of !== null && (
              <span className="pw-flow-months__half pw-flow-months__half--in" aria-hidden="true">
                <span style={{ height: height(one.in) }} className="pw-flow-months__in" />
              </span>
            )}
            <span className="pw-flow-months__name" aria-hidden="true">
              {monthYear(one.month).slice(0, 3)}
              <br />
              {one.month.slice(0, 4)}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
