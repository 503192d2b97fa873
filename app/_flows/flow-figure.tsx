import { ChartFigure } from '@/app/_charts/chart-figure';
import { LockdownKey } from '@/app/_charts/lockdown-sign';
import type { FlowPage } from '@/app/_http/flow-data';
import type { ReadSurroundings } from '@/app/_http/surroundings';
import { bandWords } from '@/lib/chart-words';
import { monthYear } from '@/lib/days';
import { hrefWith, type Filters } from '@/lib/filters';
import { amountLabel, weightWords } from '@/lib/flows/flow-words';
import { flowParametersOf, flowQuery } from '@/lib/flows/flow-question';
import type { FlowQuestion } from '@/lib/flows/flow-view';
import { SANKEY_WIDTH } from '@/lib/flows/sankey-layout';
import { countOf } from '@/lib/numbers';
import { overlayText } from '@/lib/overlay';
import { placeName } from '@/lib/places';
import { RECORD_SOURCE } from '@/lib/source-words';
import { FlowChoices } from './flow-choices';
import { FlowMatrix } from './flow-matrix';
import { FlowMonths } from './flow-months';
import { FlowSteps } from './flow-steps';
import { SankeyDrawing } from './sankey-drawing';

interface Props {
  path: string;
  filters: Filters;
  question: FlowQuestion;
  page: FlowPage;
  /** What lies over the months. */
  around: ReadSurroundings;
}

/** What bands are, for the line under the title. */
export function flowSubtitle({ of, month, amount }: FlowQuestion): string {
  const what =
    amount === null ? 'Events that crossed a border' : `${amountLabel(amount)} that crossed a border`;
  const whose = of === null ? ', from origin to destination' : `: blue from ${placeName(of)}, orange to it`;
  return `${what}${whose}; ${month === null ? 'all months' : monthYear(month)}. An event counts in the month in which it begins`;
}

/** The flows of a question with all that goes with a chart. Complete without scripts: months are links. */
export function FlowFigure({ path, filters, question, page, around }: Props) {
  const { months, shown, sankey, sentence, caveats, flows, amounts } = page;
  const { bands } = around.marks;
  const keep = { over: overlayText(around.overlay) };
  const hrefOf = (month: string | null): string =>
    hrefWith(path, filters, { ...keep, ...flowParametersOf({ ...question, month }) });
  const lying = bandWords(around.overlay, bands);
  const earlier = shown.reduce(
    (sum, flow) => (flow.month < (months[0]?.month ?? '') ? sum + flow.events : sum),
    0,
  );
  return (
    <ChartFigure
      id="flows"
      title={sentence}
      subtitle={flowSubtitle(question)}
      sentence={caveats || undefined}
      table={<FlowMatrix pairs={page.pairs} question={question} />}
      tableLabel="Show as matrix"
      folder="/flows/files"
      file="flows"
      query={flowQuery(filters, question, keep)}
      source={`${RECORD_SOURCE}; the origin of an event is what its source names.`}
    >
      <FlowChoices {...{ path, filters, question, flows, amounts, keep }} />
      {months.length > 0 && <FlowMonths {...{ months, question, hrefOf }} marks={bands} />}
      {lying && (
        <ul className="pw-key">
          <LockdownKey words={`${lying}, behind the months`} />
        </ul>
      )}
      {earlier > 0 && (
        <p className="pw-quiet">
          {countOf(earlier, 'event')} from before {monthYear(months[0]!.month)} {earlier === 1 ? 'is' : 'are'}{' '}
          in the diagram and not in these bars.
        </p>
      )}
      {months.length > 0 && <FlowSteps {...{ months, question, hrefOf }} />}
      {sankey.bands.length === 0 ? (
        <p className="pw-chart-empty">
          Nothing to draw{question.month && ` in ${monthYear(question.month)}`}.
        </p>
      ) : (
        <div className="pw-scroll pw-sankey" role="region" aria-label="Flows: drawing" tabIndex={0}>
          <svg
            viewBox={`0 0 ${SANKEY_WIDTH} ${Math.ceil(sankey.height)}`}
            role="img"
            aria-label={`${sentence} ${flowSubtitle(question)}`}
          >
            <SankeyDrawing layout={sankey} words={(value) => weightWords(value, question)} />
          </svg>
        </div>
      )}
      {sankey.bands.length > 0 && (
        <p className="pw-quiet pw-sankey__hint">Scroll across to see the whole picture.</p>
      )}
    </ChartFigure>
  );
}
