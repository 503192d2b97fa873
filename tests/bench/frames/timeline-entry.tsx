import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { TimelineChart } from '@/app/_timeline/timeline-chart';
import { useMotion } from '@/app/_timeline/use-motion';
import type { TimelineData } from '@/lib/timeline-layout';
import { linksOf } from '@/lib/timeline-links';
import { eventData, layoutOf } from '@/lib/timeline-source';
import { binsAcross, FEW_EVENTS, type Stretch } from '@/lib/timeline-stretch';
import { boundsOf, spanOf } from '@/lib/timeline-view';
import { answersOf } from './made-answers';
import { extent, madeEvents } from './made-events';
import { present } from './player';

/**
 * The product's timeline alone, with React for production and without Next: few events one by one, many as counts, which
 * the page asks of the server whenever a view comes to rest. Here they are made in the page, while nothing is measured.
 */
const PLOT_PIXELS = 780;
const links = linksOf('', '', 'pillar');
const bounds = boundsOf(extent, extent);
const events = madeEvents(window.marks!);
const answers = events.length > FEW_EVENTS ? answersOf(events, bounds, binsAcross(PLOT_PIXELS)) : null;

function Bench({ data }: { data: TimelineData }) {
  const [view, setView] = useState(extent);
  const layout = useMemo(() => {
    const own: readonly Stretch[] = data.big?.stretches ?? [];
    return layoutOf(data, answers ? [...own, answers.stretch(spanOf(view))] : own);
  }, [data, view]);
  const motion = useMotion(view, setView);
  return (
    <TimelineChart
      {...{ layout, motion, bounds, links }}
      selecting={false}
      onSelect={() => {}}
      onOpen={() => {}}
    />
  );
}

await present(
  () => {
    const source = eventData(answers?.big ?? events, (code) => code);
    const data: TimelineData = {
      ...source,
      bands: [],
      laneBy: 'pillar',
      today: '2019-01-01',
      extent,
      compact: false,
    };
    createRoot(document.getElementById('root')!).render(<Bench data={data} />);
  },
  '.pw-tl-chart[data-live=true]',
  '.pw-tl-chart',
);
