import { ChartFigure } from '@/app/_charts/chart-figure';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { CitedIn } from '@/lib/citation';
import type { Day } from '@/lib/days';
import { balanceOf, balanceWords, type Balance, type EvidenceItem } from '@/lib/evidence/balance';
import type { Indicator } from '@/lib/indicators/indicator';
import { pillarTerm } from '@/lib/vocabulary';
import { BalanceDrawing, balanceKeys } from './balance-drawing';
import { EvidenceList } from './evidence-list';
import { archivedWords, WEIGHED } from './evidence-words';

const HEIGHT = 180;

interface Props {
  indicator: Indicator;
  items: readonly EvidenceItem[];
  articles: ReadonlyMap<string, CitedIn>;
  asOf: Day | null;
}

function BalanceTable({ columns }: Pick<Balance, 'columns'>) {
  return (
    <table className="pw-table">
      <caption className="pw-table__caption">Events by the period in which they start</caption>
      <thead>
        <tr>
          {['Period', 'Support', 'Against', 'Context'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ from, title, supports, against, context }) => (
          <tr key={from}>
            <th scope="row">{title}</th>
            <td>{supports}</td>
            <td>{against}</td>
            <td>{context}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Key({ colour }: { colour: string }) {
  return (
    <ul className="pw-evidence__key">
      {balanceKeys(colour).map(({ label, sign }) => (
        <li key={label}>
          <svg width="20" height="14" aria-hidden="true" focusable="false">
            {sign}
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}

/** What bears on a question: the balance in words and over time, then each event with its citation. */
export function EvidenceFigure({ indicator, items, articles, asOf }: Props) {
  const balance = balanceOf(items);
  const { colour } = pillarTerm(indicator.pillar);
  return (
    <>
      <ChartFigure
        id="evidence"
        title={`Evidence: ${balanceWords(balance)}`}
        subtitle={[WEIGHED, archivedWords(balance)].filter(Boolean).join(' ')}
        table={<BalanceTable columns={balance.columns} />}
        folder="/indicators/evidence"
        file={indicator.slug}
        query={asOf ? `asOf=${asOf}` : ''}
        source="Source: events of this record, linked by editors."
      >
        {balance.columns.length > 0 && (
          <>
            <Key colour={colour} />
            <PlotFrame plot={{ height: HEIGHT }}>
              <BalanceDrawing {...{ balance, colour }} plot={fluidPlot(HEIGHT)} />
            </PlotFrame>
          </>
        )}
      </ChartFigure>
      <EvidenceList {...{ items, articles, asOf }} />
    </>
  );
}

/** The section of a question to which nothing is linked. */
export function NoEvidence() {
  return (
    <section aria-labelledby="evidence-title" id="evidence">
      <h2 className="pw-figure__title" id="evidence-title">
        Evidence: no event is linked to this question yet
      </h2>
      <p className="pw-series-about">
        Editors link events that support the question, speak against it or give context.
      </p>
    </section>
  );
}
