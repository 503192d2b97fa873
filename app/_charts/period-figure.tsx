import { Link } from '@/app/_ui/link';
import type { Annotation } from '@/lib/annotations/annotation';
import { notesOn } from '@/lib/annotations/notes-on-columns';
import { belowText, type Below, type BelowChoice } from '@/lib/below';
import { shownPillars } from '@/lib/chart-columns';
import { perPeriod } from '@/lib/chart-axis';
import { columnHref, type PeriodData } from '@/lib/chart-period';
import { periodCaveat, periodHeadline } from '@/lib/chart-sentences';
import { bandWords, sumNote } from '@/lib/chart-words';
import { spanWords } from '@/lib/count-words';
import { countOf } from '@/lib/numbers';
import { dayNumber, type Day } from '@/lib/days';
import { filtersToQuery, hrefWith, withFilters, type Filters } from '@/lib/filters';
import { layOver } from '@/lib/over-layer';
import { overlayText, type Overlay } from '@/lib/overlay';
import type { LockdownBand } from '@/lib/timeline';
import { datings } from '@/lib/vocabulary';
import { BelowFigure } from './below-panel';
import { ChartFigure } from './chart-figure';
import { NoteList } from './note-marks';
import { OverTags } from './over-tags';
import { PeriodChart } from './period-chart';
import { PeriodKey } from './period-key';
import { PeriodTable } from './period-table';

interface Props {
  /** The page that columns lead to, filtered to their dates. */
  path: string;
  filters: Filters;
  data: PeriodData;
  /** Events that pass the filters, in the dates drawn or not. */
  total: number;
  /** First start and last end of them; the link to all dates goes there. */
  extent: { from: Day; to: Day };
  /** What lies over it: lockdowns, or the events of a second filter. */
  overlay: Overlay;
  spells: readonly LockdownBand[];
  /** Notes of editors on its days. */
  annotations?: readonly Annotation[];
  /** What stands below it in a panel of its own. */
  below?: { choice: BelowChoice; measure: Below } | null;
}

type DrawnProps = Pick<Props, 'data' | 'overlay' | 'spells' | 'annotations' | 'below'> & {
  shown: readonly number[];
  hrefs: readonly string[];
  asOf: Filters['asOf'];
};

/** The key, the columns with what lies over them and their notes, and the panel below. */
function Drawn({ data, shown, hrefs, overlay, spells, annotations = [], below, asOf }: DrawnProps) {
  const over = layOver(spells, data);
  const notes = notesOn(annotations, data);
  return (
    <>
      <PeriodKey
        shown={shown}
        lockdowns={over.length > 0 ? bandWords(overlay, spells) : ''}
        ids="period-key"
      />
      <OverTags {...{ over, asOf }} kind={overlay.kind} id="period" />
      <PeriodChart {...{ data, shown, over, notes, hrefs }} ids="period" />
      <NoteList notes={notes} />
      {below && <BelowFigure below={below.measure} columns={data.columns} />}
    </>
  );
}

/** What must be known to read the columns rightly, each with a way round it. */
function Caveats({
  path,
  filters,
  data,
  total,
  extent,
  keep,
}: Pick<Props, 'path' | 'filters' | 'data' | 'total' | 'extent'> & {
  keep: Record<string, string | undefined>;
}) {
  const outside = total - data.total;
  const caveat = periodCaveat(data);
  const known = hrefWith(
    path,
    withFilters(filters, { dated: datings.filter((dating) => dating !== 'reported') }),
    keep,
  );
  return (
    <>
      {caveat && (
        <>
          {caveat} <Link href={known}>Leave these out</Link>.{' '}
        </>
      )}
      {outside > 0 && (
        <>
          {countOf(outside, 'event')} {outside === 1 ? 'lies' : 'lie'} outside these dates:{' '}
          <Link href={hrefWith(path, withFilters(filters, extent), keep)}>show all dates</Link>.
        </>
      )}
    </>
  );
}

/** Events by period and pillar, with all that goes with a chart. */
export function PeriodFigure({
  path,
  filters,
  data,
  total,
  extent,
  overlay,
  spells,
  annotations = [],
  below = null,
}: Props) {
  const shown = shownPillars(filters);
  const keep = { over: overlayText(overlay), below: belowText(below?.choice ?? null) };
  const hrefs = data.columns.map((column) => columnHref(path, filters, column, keep));
  const [first, last] = [data.columns[0], data.columns.at(-1)];
  const when = first && last ? spanWords({ from: dayNumber(first.from), to: dayNumber(last.to) }) : '';
  return (
    <ChartFigure
      id="period"
      title={periodHeadline(data)}
      subtitle={`Events ${perPeriod(data.period)} under each of their pillars, ${when}`}
      sentence={<Caveats {...{ path, filters, data, total, extent, keep }} />}
      table={<PeriodTable data={data} hrefs={hrefs} />}
      file="period"
      query={filtersToQuery(filters, keep)}
      note={sumNote(data, shown)}
    >
      {data.total === 0 ? (
        <p className="pw-chart-empty">No event to draw.</p>
      ) : (
        <Drawn {...{ data, shown, hrefs, overlay, spells, annotations, below }} asOf={filters.asOf} />
      )}
    </ChartFigure>
  );
}
