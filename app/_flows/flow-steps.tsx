import { Link } from '@/app/_ui/link';
import { monthYear } from '@/lib/days';
import type { FlowMonth, FlowQuestion } from '@/lib/flows/flow-view';
import { PlayButton } from './play-button';

interface Props {
  months: readonly FlowMonth[];
  question: FlowQuestion;
  hrefOf(month: string | null): string;
}

/** One month back, one on, all of them, or all in turn. */
export function FlowSteps({ months, question, hrefOf }: Props) {
  const at = months.findIndex(({ month }) => month === question.month);
  const [before, after] = question.month === null ? [undefined, months[0]] : [months[at - 1], months[at + 1]];
  const link = (month: string | null, words: string) => (
    <Link className="govuk-link" href={hrefOf(month)} scroll={false}>
      {words}
    </Link>
  );
  return (
    <nav className="pw-switch pw-flow-steps" aria-label="Months">
      <strong>{question.month === null ? 'All months' : monthYear(question.month)}</strong>
      {before && link(before.month, `Back to ${monthYear(before.month)}`)}
      {after &&
        link(after.month, `${question.month === null ? 'Begin with' : 'On to'} ${monthYear(after.month)}`)}
      {question.month !== null && link(null, 'All months')}
      <PlayButton months={months.map(({ month }) => hrefOf(month))} at={at} />
    </nav>
  );
}
