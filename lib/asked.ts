import { askedBelow, belowText, parseBelow, type BelowChoice } from './below';
import type { Params } from './filters';
import { overlayText, parseOverlay, type Overlay } from './overlay';

/** What a URL puts over the charts in time and below them. */
export interface Asked {
  overlay: Overlay;
  below: BelowChoice | null;
}

/** The same, read; with the words for what cannot be used of it. Lenient, never throws. */
export const parseAsked = (params: Params) => ({
  ...parseOverlay(params),
  below: parseBelow(params),
  /** As it is written in the URL. */
  belowGiven: askedBelow(params),
});

/** The one way to write it, as parameters beside the filters. */
export const askedText = ({ overlay, below }: Asked) => ({
  over: overlayText(overlay),
  below: belowText(below),
});
