import { Link } from '@/app/_ui/link';
import { Heads, NONE, Numbers } from '@/app/_ui/number-table';
import type { Comparison } from '@/lib/compare/comparison';
import type { CompareQuestion } from '@/lib/compare/compare-question';
import { differenceWords, rateWords, shareWords } from '@/lib/compare/compare-words';
import { hrefWith, withFilters } from '@/lib/filters';
import { formatCount } from '@/lib/numbers';
import { mixLabel } from './mix-mark';

/** What was counted in A and in B, beside each other. */
export function RateTable({ found: { a, b, both } }: { found: Comparison }) {
  const rows: [string, string, string][] = [
    ['Events', formatCount(a.total), formatCount(b.total)],
    ['of them dated only by report', formatCount(a.reported), formatCount(b.reported)],
    ['of them in both A and B', formatCount(both), formatCount(both)],
    ['Days that the rates count', formatCount(a.days), formatCount(b.days)],
    ['Events in those days', formatCount(a.events), formatCount(b.events)],
    ['Events a month (95 per cent interval)', rateWords(a.rate), rateWords(b.rate)],
  ];
  return (
    <table className="pw-table pw-sides">
      <caption className="govuk-visually-hidden">What was counted in A and in B</caption>
      <Heads words={['What', 'A', 'B']} />
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

/** Shares by type and pillar. */
export function MixTable({ found }: { found: Comparison }) {
  return (
    <table className="pw-table">
      <Heads
        words={['Type or pillar', 'A', 'Share of A', 'B', 'Share of B', 'Difference (95 per cent interval)']}
      />
      <tbody>
        {found.mix.map((row) => (
          <tr key={`${row.by} ${row.code}`}>
            <th scope="row">{mixLabel(row)}</th>
            <Numbers
              cells={[
                formatCount(row.a),
                shareWords(row.a, found.a.total),
                formatCount(row.b),
                shareWords(row.b, found.b.total),
                row.difference ? differenceWords(row.difference) : NONE,
              ]}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both sides by period; each number leads to its events. */
export function PeriodTable({ found, question }: { found: Comparison; question: CompareQuestion }) {
  return (
    <table className="pw-table">
      <Heads words={['Period', 'A', 'B']} />
      <tbody>
        {found.bins.map(({ from, to, title, ...counts }) => (
          <tr key={from}>
            <th scope="row">{title}</th>
            {(['a', 'b'] as const).map((side) => {
              const { from: first, to: last } = question[side];
              const within = {
                from: first !== null && first > from ? first : from,
                to: last !== null && last < to ? last : to,
              };
              return (
                <td key={side} className="pw-number">
                  {counts[side] === 0 ? (
                    '0'
                  ) : (
                    <Link href={hrefWith('/events', withFilters(question[side], within))}>
                      {formatCount(counts[side])}
                    </Link>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
