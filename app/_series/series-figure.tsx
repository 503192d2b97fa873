import Link from 'next/link';
import { ChartFigure } from '@/app/_charts/chart-figure';
import { NoteList } from '@/app/_charts/note-marks';
import type { ChartNote } from '@/lib/annotations/notes-on-columns';
import { perPeriod } from '@/lib/chart-axis';
import type { PeriodData } from '@/lib/chart-period';
import { bandWords, type LockdownSpell } from '@/lib/chart-words';
import { formatDay } from '@/lib/days';
import { filtersToQuery, hrefWith, withFilters, type Filters } from '@/lib/filters';
import { countOf } from '@/lib/numbers';
import { overlayText, type Overlay } from '@/lib/overlay';
import type { Observation, Series } from '@/lib/series/series';
import type { SeriesChart as Chart } from '@/lib/series/series-chart';
import { SeriesChart } from './series-chart';
import { MarkKey, SeriesKey } from './series-key';
import { SeriesTable } from './series-table';

interface Props {
  series: Series & { updatedAt: string; observations: readonly Observation[] };
  page: {
    chart: Chart;
    events: PeriodData;
    bands: readonly LockdownSpell[];
    overlay: Overlay;
    notes: readonly ChartNote[];
  };
  /** As they stand in the URL. */
  filters: Filters;
  /** With the place of the series, where the reader chose none. */
  asked: Filters;
}

/** A series with all that goes with a chart, over the events of the same days. */
export function SeriesFigure({ series, page, filters, asked }: Props) {
  const { key, title, unit, geography, observations, publisher, standing, licence } = series;
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
          <Link href={hrefWith('/events', withFilters(asked, { from, to }))} prefetch={false}>
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
      query={filtersToQuery(filters, { over: overlayText(page.overlay) })}
      source={`Source: ${publisher}${licence ? `, ${licence}` : ''}. Events: this record; lockdown periods from OxCGRT. Last changed here ${formatDay(series.updatedAt.slice(0, 10))}.`}
    >
      <SeriesKey unit={unit} events={events} lockdowns={bandWords(page.overlay, page.bands)} />
      <SeriesChart {...page} />
      <NoteList notes={page.notes} />
    </ChartFigure>
  );
}
