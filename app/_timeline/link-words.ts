import { countOf } from '@/lib/numbers';
import type { LaneScene } from '@/lib/timeline-layout';

/** What a lane is called to those who hear it. */
export const headingOf = ({ lane, inView }: LaneScene): string =>
  `${lane.label}, ${countOf(lane.total, 'event')}, ${inView} in view`;

/** What the list of a lane's links is called, and that of what lies over all lanes. */
export const listLabel = ({ lane }: LaneScene): string => `${lane.label}, in order of time`;
export const OVER_ALL = 'Over the lanes, in order of time';
