import { filtersToQuery, type Filters } from '@/lib/filters';
import { defaultMapView, findMapView, mapViews, type MapView } from './map-view';
import { mapMeasures, type MapMeasure } from './place-counts';

/** What the map takes beside the filters: the part of the world, and what circles stand for. */
export const mapParameters = ['view', 'per'] as const;

/** The map that a URL asks for. What cannot be read is as if it were not there: `problem` says so for programs. */
export function readMapQuestion(
  { view, per }: { view?: string | null | undefined; per?: string | null | undefined },
  filters: Pick<Filters, 'region'>,
): {
  view: MapView;
  measure: MapMeasure;
  problems: { parameter: (typeof mapParameters)[number]; value: string; detail: string }[];
} {
  const found = findMapView(view);
  const measure = mapMeasures.find((one) => one === per);
  const problems = [
    ...(view && !found
      ? [
          {
            parameter: 'view' as const,
            value: view,
            detail: `Give one of ${mapViews.map(({ code }) => code).join(', ')}`,
          },
        ]
      : []),
    ...(per && !measure
      ? [{ parameter: 'per' as const, value: per, detail: `Give one of ${mapMeasures.join(', ')}` }]
      : []),
  ];
  return { view: found ?? defaultMapView(filters), measure: measure ?? 'events', problems };
}

/** The parameters of a map beside the filters; the usual measure is left out. */
export function mapParametersOf(
  view: MapView,
  measure: MapMeasure,
): { view: string; per: string | undefined } {
  return { view: view.code, per: measure === 'events' ? undefined : measure };
}

/** The query of a map as the one way to write it. */
export const mapQuery = (filters: Filters, view: MapView, measure: MapMeasure): string =>
  filtersToQuery(filters, mapParametersOf(view, measure));
