import { ChartFigure } from '@/app/_charts/chart-figure';
import { LockdownKey } from '@/app/_charts/lockdown-sign';
import { NoteList } from '@/app/_charts/note-marks';
import { OverTags } from '@/app/_charts/over-tags';
import { fluidPlot } from '@/app/_charts/plot';
import { PlotFrame } from '@/app/_charts/plot-frame';
import type { ReadSurroundings } from '@/app/_http/surroundings';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { bandWords } from '@/lib/chart-words';
import type { CitedIn } from '@/lib/citation';
import type { Day } from '@/lib/days';
import { balanceOf, balanceWords, type Balance, type EvidenceItem } from '@/lib/evidence/balance';
import { filtersToQuery, noFilters } from '@/lib/filters';
import type { Indicator } from '@/lib/indicators/indicator';
import { layOver } from '@/lib/over-layer';
import { overlayText } from '@/lib/overlay';
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
  /** What goes with the days of the balance. */
  around: ReadSurroundings;
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

function Key({ colour, over }: { colour: string; over: string }) {
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
      {over && <LockdownKey words={over} />}
    </ul>
  );
}

/** What bears on a question: the balance in words and over time, then each event with its citation. */
export function EvidenceFigure({ indicator, items, articles, asOf, around }: Props) {
  const balance = balanceOf(items);
  const { overlay } = around;
  const over = layOver(around.marks.bands, balance);
  const notes = notesOn(around.notes, balance);
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
        query={filtersToQuery({ ...noFilters, asOf }, { over: overlayText(overlay) })}
        source="Source: events of this record, linked by editors."
      >
        {balance.columns.length > 0 && (
          <>
            <Key colour={colour} over={over.length > 0 ? bandWords(overlay, around.marks.bands) : ''} />
            <OverTags {...{ over, asOf }} kind={overlay.kind} id="evidence" />
            <PlotFrame plot={{ height: HEIGHT }}>
              <BalanceDrawing {...{ balance, colour, over, notes }} plot={fluidPlot(HEIGHT)} />
            </PlotFrame>
            <NoteList notes={notes} />
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
