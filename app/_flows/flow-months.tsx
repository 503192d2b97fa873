import { Link } from '@/app/_ui/link';
import { lastOfMonth, monthYear } from '@/lib/days';
import { weightNumber, weightWords } from '@/lib/flows/flow-words';
import type { FlowMonth, FlowQuestion } from '@/lib/flows/flow-view';
import { layOver } from '@/lib/over-layer';
import { overIn } from '@/lib/over-words';
import { placeName } from '@/lib/places';
import type { LockdownBand } from '@/lib/timeline';

interface Props {
  months: readonly FlowMonth[];
  question: FlowQuestion;
  hrefOf(month: string | null): string;
  /** What lies over the months. */
  marks: readonly LockdownBand[];
}

/** The highest bar, in pixels: its number needs room beyond it. */
const BAR = 48;

/** The days of a month. */
const daysOf = ({ month }: FlowMonth) => ({ from: month, to: lastOfMonth(month) });

/** Bands behind a month, each over its share of it. */
function bandsBehind(one: FlowMonth, marks: readonly LockdownBand[]): string | undefined {
  const laid = layOver(marks, { columns: [daysOf(one)] }).filter(({ point }) => !point);
  const stops = laid.flatMap(({ from, to }) => {
    const [a, b] = [from, to].map((share) => `${Math.round(share * 1000) / 10}%`);
    return [`transparent ${a}`, `#e8e9ea ${a}`, `#e8e9ea ${b}`, `transparent ${b}`];
  });
  return stops.length > 0 ? `linear-gradient(to right, ${stops.join(', ')})` : undefined;
}

/** A month in words: with a place, both its directions. */
function monthWords(one: FlowMonth, question: FlowQuestion): string {
  const month = monthYear(one.month);
  if (question.of === null) return `${month}: ${weightWords(one.out, question)}`;
  const name = placeName(question.of);
  return `${month}: from ${name} ${weightWords(one.out, question)}, to ${name} ${weightWords(one.in, question)}`;
}

/** Months as bars that are links, each showing its own flows: out of the place above the line, into it below. */
export function FlowMonths({ months, question, hrefOf, marks }: Props) {
  const fullness = (one: FlowMonth): number => Math.max(one.out, one.in);
  const most = Math.max(...months.map(fullness));
  const first =
    months.find(({ month }) => month === question.month) ?? months.find((one) => fullness(one) === most);
  const bar = (n: number, side: 'out' | 'in') => (
    <>
      <span
        style={{ height: `${most > 0 ? (n / most) * BAR : 0}px` }}
        className={`pw-flow-months__${side}`}
      />
      {n > 0 && <span className="pw-flow-months__number">{weightNumber(n)}</span>}
    </>
  );
  const over = (one: FlowMonth): string => {
    const { from, to } = daysOf(one);
    const lying = overIn(marks, from, to);
    return lying && `. ${lying}`;
  };
  return (
    <ol className="pw-flow-months">
      {months.map((one) => (
        <li
          key={one.month}
          className={one === first ? 'pw-flow-months__first' : undefined}
          title={monthWords(one, question) + over(one)}
          style={{ backgroundImage: bandsBehind(one, marks) }}
        >
          <Link
            href={hrefOf(one.month)}
            scroll={false}
            aria-current={one.month === question.month ? 'true' : undefined}
          >
            <span className="govuk-visually-hidden">{monthWords(one, question) + over(one)}</span>
            <span className="pw-flow-months__half" aria-hidden="true">
              {bar(one.out, 'out')}
            </span>
            {question.of !== null && (
              <span className="pw-flow-months__half pw-flow-months__half--in" aria-hidden="true">
                {bar(one.in, 'in')}
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
