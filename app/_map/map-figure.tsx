import { ChartFigure } from '@/app/_charts/chart-figure';
import { env } from '@/lib/env';
import { hrefWith, withFilters, type Filters } from '@/lib/filters';
import type { MapLayout } from '@/lib/map/map-layout';
import { mapParametersOf, mapQuery } from '@/lib/map/map-question';
import { mapViews, MAP_WIDTH } from '@/lib/map/map-view';
import { FEW, mapHeadline, mapSentence } from '@/lib/map/map-words';
import type { MapMeasure, PlaceCounts } from '@/lib/map/place-counts';
import { POPULATION_SOURCE } from '@/lib/map/population';
import { MapDrawing } from './map-drawing';
import { MapLinks, MapList } from './map-links';
import { MapTable } from './map-table';
import { OffMap } from './off-map';
import { Switch } from './switch';

/** Who drew the ground, and what its borders do not say. */
export const MAP_SOURCE =
  'Map: Natural Earth by world-atlas, which follows who holds the ground; borders in dispute are dashed, and the map takes no side. Equal-area projection.';

interface Props {
  path: string;
  filters: Filters;
  counts: PlaceCounts;
  layout: MapLayout;
  total: number;
}

/** What circles are, for the line under the title. */
export function mapSubtitle({ view, measure, spots }: MapLayout, when = ''): string {
  const what =
    measure === 'million'
      ? `Events per million people who lived there in 2020${when}; hollow circles rest on fewer than ${FEW} events`
      : `Events by ${view.code === 'uk' ? 'nation, those of England by region' : 'country'}${when}; the area of a circle is its number`;
  return spots.some(({ chosen }) => !chosen) ? `${what}; dashed: not in your filter` : what;
}

function Choices({ path, filters, layout: { view, measure } }: Pick<Props, 'path' | 'filters' | 'layout'>) {
  const href = (v: typeof view, m: MapMeasure): string => hrefWith(path, filters, mapParametersOf(v, m));
  return (
    <div className="pw-map__choices">
      <Switch
        label="Map"
        choices={mapViews.map((one) => ({
          label: one.label,
          href: href(one, measure),
          current: one.code === view.code,
        }))}
      />
      <Switch
        label="Circles"
        choices={[
          { label: 'Events', href: href(view, 'events'), current: measure === 'events' },
          { label: 'Per million people', href: href(view, 'million'), current: measure === 'million' },
        ]}
      />
    </div>
  );
}

/** A map of events with all that goes with a chart. Complete without scripts: circles are links, the ground is a picture. */
export function MapFigure({ path, filters, counts, layout, total }: Props) {
  const { view, measure, spots, off } = layout;
  const hrefOf = (code: string): string => {
    const alone = filters.region.length === 1 && filters.region[0] === code;
    return hrefWith(
      path,
      withFilters(filters, { region: alone ? [] : [code] }),
      mapParametersOf(view, measure),
    );
  };
  const drawn = spots.reduce((sum, { count, chosen }) => sum + (chosen ? count : 0), 0);
  const ground = `/map/land/${view.code}.svg?v=${env().BUILD_ID ?? 'now'}`;
  return (
    <ChartFigure
      id="map"
      title={mapHeadline(counts, view, measure)}
      subtitle={mapSubtitle(layout)}
      sentence={mapSentence(drawn, total - drawn, view)}
      source={`${measure === 'million' ? `${POPULATION_SOURCE} ` : ''}${MAP_SOURCE}`}
      table={<MapTable places={counts.places} off={counts.off} total={total} hrefOf={hrefOf} />}
      folder="/map/files"
      file="map"
      query={mapQuery(filters, view, measure)}
    >
      <Choices {...{ path, filters, layout }} />
      <div className="pw-map">
        <svg viewBox={`0 0 ${MAP_WIDTH} ${view.height}`} aria-hidden="true" focusable="false">
          <MapDrawing
            layout={layout}
            ground={<image href={ground} width={MAP_WIDTH} height={view.height} />}
          />
        </svg>
        <MapLinks layout={layout} hrefOf={hrefOf} chosen={filters.region} />
      </div>
      <MapList layout={layout} hrefOf={hrefOf} />
      <OffMap rows={off} hrefOf={hrefOf} />
    </ChartFigure>
  );
}
