import { parseBelow } from '@/lib/below';
import { breakdowns } from '@/lib/breakdowns';
import { laneBys } from '@/lib/timeline';
import { parseOverlay } from '@/lib/overlay';
import { parseView } from '@/lib/timeline-view';
import type { QueryProblem } from '@/lib/strict-filters';

const charts = ['period', ...breakdowns, 'timeline'] as const;
export type Chart = (typeof charts)[number];
const endings = ['csv', 'svg'] as const;

/** The files that there are, for the answer to those who ask for another. */
export const chartFileNames = charts.flatMap((chart) => endings.map((ending) => `${chart}.${ending}`));

/** "period.csv" as chart and ending; null where there is no such file. */
export function readChartName(file: string): { chart: Chart; ending: (typeof endings)[number] } | null {
  if (!chartFileNames.includes(file)) return null;
  const [chart, ending] = file.split('.') as [Chart, (typeof endings)[number]];
  return { chart, ending };
}

/** What the timeline takes beside the filters: its dates, by what its lanes are told apart, what lies over it and below. */
export const timelineParameters = ['view', 'lanes', 'over', 'below'] as const;

/** Why what lies over a chart, or stands below it, cannot be used, where it cannot. */
export function overlayProblems(query: URLSearchParams): QueryProblem[] {
  const below = query.get('below');
  const unread: QueryProblem[] =
    below && !parseBelow(query)
      ? [{ parameter: 'below', value: below, detail: 'Give series: or indicator: and its name' }]
      : [];
  return [
    ...parseOverlay(query).problems.map(({ value, message }) => ({
      parameter: 'over',
      value,
      detail: message,
    })),
    ...unread,
  ];
}

/** Why the timeline's own parameters cannot be used, where they cannot. */
export function timelineProblems(query: URLSearchParams): QueryProblem[] {
  const view = query.get('view');
  const lanes = query.get('lanes');
  const problems: QueryProblem[] = [];
  if (view && !parseView(view))
    problems.push({ parameter: 'view', value: view, detail: 'Give two days, like 2020-01-01..2020-10-31' });
  if (lanes && !laneBys.some((by) => by === lanes))
    problems.push({ parameter: 'lanes', value: lanes, detail: `Give one of ${laneBys.join(', ')}` });
  return problems;
}
