import { Heads, NONE, Numbers } from '@/app/_ui/number-table';
import type { AlignedWeek } from '@/lib/event-study/aligned-weeks';
import type { EventStudy } from '@/lib/event-study/event-study';
import type { PlaceboBins } from '@/lib/event-study/placebo-bins';
import { ratioRows } from '@/lib/event-study/study-sheets';
import { sidesOfZero, type StudyZero } from '@/lib/event-study/study-zeros';
import { intervalWords, pWords, ratioWords } from '@/lib/event-study/study-words';
import type { StudyQuestion } from '@/lib/event-study/study-question';
import { formatCount } from '@/lib/numbers';
import { weekWords } from './aligned-drawing';
import { ZeroName, type Named } from './zero-name';

const share = (value: number): string => (Number.isInteger(value) ? formatCount(value) : value.toFixed(1));

const span = (least: number, most: number): string =>
  least === most ? formatCount(least) : `${formatCount(least)} to ${formatCount(most)}`;

/** What was counted before and after, beside each other. */
export function SidesTable({ study: { counts, withReported } }: { study: EventStudy }) {
  const { before, after, least, most } = counts;
  const rate = ({ events, days }: { events: number; days: number }): string =>
    days === 0 ? NONE : ratioWords((events * 28) / days);
  const rows: [string, string, string][] = [
    ['Days observed', formatCount(before.days), formatCount(after.days)],
    ['Events', formatCount(before.events), formatCount(after.events)],
    ['of them dated to the day', formatCount(before.exact), formatCount(after.exact)],
    ['Events in four weeks', rate(before), rate(after)],
    ['Events by the share of their days', share(before.share), share(after.share)],
    ['Events as far as dates leave it open', span(most.before, least.before), span(least.after, most.after)],
    [
      withReported ? 'of them known only by report' : 'Known only by report (not counted)',
      formatCount(before.reported),
      formatCount(after.reported),
    ],
  ];
  return (
    <table className="pw-table pw-sides">
      <caption className="govuk-visually-hidden">What was counted before and after</caption>
      <Heads words={['What', 'Before', 'After']} />
      <tbody>
        {rows.map(([label, ...cells]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <Numbers cells={cells} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The mean week before and after day 0. */
export function AlignedTable({ weeks }: { weeks: readonly AlignedWeek[] }) {
  return (
    <table className="pw-table">
      <Heads words={['Week', 'Days 0', 'Events', 'Mean', '95 per cent interval']} />
      <tbody>
        {weeks.map(({ week, gap, zeros, events, mean, low, high }) => (
          <tr key={week}>
            <th scope="row">
              {weekWords(week)}
              {gap && ' (left out)'}
            </th>
            <Numbers
              cells={
                mean === null
                  ? ['0', NONE, NONE, NONE]
                  : [
                      formatCount(zeros),
                      share(events),
                      ratioWords(mean),
                      intervalWords({ low: low!, high: high! }),
                    ]
              }
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The answer beside those by other rules and windows. */
export function RatioTable({ study }: { study: EventStudy }) {
  return (
    <table className="pw-table">
      <Heads words={['What', 'Before', 'After', 'Ratio', '95 per cent interval', 'p']} />
      <tbody>
        {ratioRows(study).map(({ label, before, after, ratio }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <Numbers
              cells={[
                formatCount(before),
                formatCount(after),
                ratio === null || ratio.ratio === null
                  ? NONE
                  : Number.isFinite(ratio.ratio)
                    ? ratioWords(ratio.ratio)
                    : 'none before',
                ratio === null || ratio.ratio === null ? NONE : intervalWords(ratio),
                ratio === null || ratio.ratio === null ? NONE : pWords(ratio.p).replace('= ', ''),
              ]}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many other dates show which difference. */
export function PlaceboTable({ bins }: { bins: PlaceboBins }) {
  return (
    <table className="pw-table">
      <Heads words={['Difference, in standard deviations', 'Dates']} />
      <tbody>
        {bins.bars.map(({ from, to, dates }) => (
          <tr key={from}>
            <th scope="row">
              {from} to {to}
              {bins.own >= from && bins.own < to && ' (the study itself lies here)'}
            </th>
            <Numbers cells={[formatCount(dates)]} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every day 0 with what is before and after it. */
export function ZeroTable({
  zeros,
  named,
  question,
}: {
  zeros: readonly StudyZero[];
  named: Named;
  question: StudyQuestion;
}) {
  return (
    <table className="pw-table">
      <Heads words={['Day 0', 'Before', 'After']} />
      <tbody>
        {zeros.map((zero) => {
          const { before, after } = sidesOfZero(zero, question.gap);
          return (
            <tr key={`${zero.day} ${zero.place}`}>
              <th scope="row">
                <ZeroName {...{ zero, named }} asOf={question.outcome.asOf} />
              </th>
              <Numbers cells={[share(before), share(after)]} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
