import { Timeline } from 'vis-timeline/standalone';
import { extent, madeEvents } from './made-events';
import { present } from './player';

/**
 * vis-timeline with the same events as items, at its fastest: without groups and without stacking, both of which made
 * 5,000 items take minutes. With Ctrl the wheel zooms as far with each event as in our timeline, without it moves.
 */
const ZOOM_FRICTION = 0.85;

const events = madeEvents(window.marks!);
await present(
  () => {
    const items = events.map(({ id, title, startsOn, endsOn }) => ({
      id,
      content: title,
      start: startsOn,
      ...(startsOn === endsOn ? { type: 'point' } : { end: endsOn, type: 'range' }),
    }));
    const timeline = new Timeline(document.getElementById('root')!, items, {
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
