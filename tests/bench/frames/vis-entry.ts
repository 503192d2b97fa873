import { Timeline } from 'vis-timeline/standalone';
import { pillars } from '@/lib/vocabulary';
import { extent, madeEvents } from './made-events';
import { present } from './player';

/**
 * vis-timeline with the same events as items, a group for each pillar, and its own settings but for two. The wheel: with
 * Ctrl it zooms as far with each event as our timeline does, without it moves. And items may lie over one another: with
 * its default, stacking, 5,000 of them took two minutes to the first paint.
 */
const ZOOM_FRICTION = 0.85;

const events = madeEvents(window.marks!);
await present(
  () => {
    const items = events.map(({ id, title, startsOn, endsOn, pillars: own }) => ({
      id,
      content: title,
      start: startsOn,
      ...(startsOn === endsOn ? { type: 'point' } : { end: endsOn, type: 'range' }),
      group: own[0]!,
    }));
    const groups = pillars.map((pillar) => ({ id: pillar, content: pillar }));
    const timeline = new Timeline(document.getElementById('root')!, items, groups, {
      start: extent.from,
      end: extent.to,
      maxHeight: 600,
      stack: false,
      zoomKey: 'ctrlKey',
      horizontalScroll: true,
      zoomFriction: ZOOM_FRICTION,
    });
    void timeline;
  },
  '.vis-item',
  '.vis-timeline .vis-panel.vis-center',
);
