import { ChartFigure } from '@/app/_charts/chart-figure';
import { NoteList } from '@/app/_charts/note-marks';
import { OverTags } from '@/app/_charts/over-tags';
import { BelowFigure } from '@/app/_charts/below-panel';
import { Link } from '@/app/_ui/link';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { perPeriod } from '@/lib/chart-axis';
import type { PeriodData } from '@/lib/chart-period';
import { bandWords } from '@/lib/chart-words';
import { formatDay } from '@/lib/days';
import { filtersToQuery, hrefWith, withFilters, type Filters } from '@/lib/filters';
import { countOf } from '@/lib/numbers';
import { belowText, type Below, type BelowChoice } from '@/lib/below';
import type { Laid } from '@/lib/over-layer';
import { overlayText, type Overlay } from '@/lib/overlay';
import type { LockdownBand } from '@/lib/timeline';
import type { Observation, Series } from '@/lib/series/series';
import type { SeriesChart as Chart } from '@/lib/series/series-chart';
import { SeriesChart, SERIES_GUTTER, SERIES_MARGIN } from './series-chart';
import { MarkKey, SeriesKey } from './series-key';
import { SeriesTable } from './series-table';

interface Props {
  series: Series & { updatedAt: string; observations: readonly Observation[] };
  page: {
    chart: Chart;
    events: PeriodData;
    bands: readonly LockdownBand[];
    over: readonly Laid[];
    overlay: Overlay;
    notes: readonly ChartNote[];
    /** What stands below it in a panel of its own. */
    below: { choice: BelowChoice; measure: Below } | null;
  };
  /** As they stand in the URL. */
  filters: Filters;
  /** With the place of the series, where the reader chose none. */
  asked: Filters;
}

/** A series with all that goes with a chart, over the events of the same days. */
export function SeriesFigure({ series, page, filters, asked }: Props) {
  const { key, title, unit, geography, observations, publisher, standing, licence } = series;
  const { below } = page;
  const subtitle = `${title}, ${geography}`;
  const { from, to } = page.chart;
  const events = `events ${perPeriod(page.events.period)}`;
  return (
    <ChartFigure
      id="series"
      title={`${subtitle}, and events in the same days`}
      subtitle={`${standing ? `${standing}. ` : ''}Below: events that pass the filters, ${perPeriod(page.events.period)}`}
      sentence={
        <>
          The two panels have their own scales; that they stand together says nothing of cause.{' '}
          <Link href={hrefWith('/events', withFilters(asked, { from, to }))}>
            {countOf(page.events.total, 'event')} in these days
          </Link>
          .
        </>
      }
      table={
        <>
          <MarkKey observations={observations} />
          <SeriesTable {...{ title: subtitle, unit, observations }} />
        </>
      }
      folder="/series/files"
      file={key}
      query={filtersToQuery(filters, {
        over: overlayText(page.overlay),
        below: belowText(below?.choice ?? null),
      })}
      source={`Source: ${publisher}${licence ? `, ${licence}` : ''}. Events: this record; lockdown periods from OxCGRT. Last changed here ${formatDay(series.updatedAt.slice(0, 10))}.`}
    >
      <SeriesKey {...{ unit, events, observations }} lockdowns={bandWords(page.overlay, page.bands)} />
      <OverTags
        over={page.over}
        kind={page.overlay.kind}
        id="series"
        gutter={SERIES_GUTTER}
        margin={SERIES_MARGIN}
      />
      <SeriesChart {...page} />
      <NoteList notes={page.notes} />
      {below && (
        <BelowFigure
          below={below.measure}
          columns={[page.chart]}
          gutter={SERIES_GUTTER}
          margin={SERIES_MARGIN}
        />
      )}
    </ChartFigure>
  );
}
