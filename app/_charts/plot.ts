/** Where a drawing lies: pixels from top to ground, and how shares of its width become lengths. */
export interface Plot {
  height: number;
  /** 0 is the left edge, 1 the right: a number of pixels, or a percentage where the browser knows the width. */
  along(share: number): number | `${number}%`;
}

const rounded = (n: number): number => Math.round(n * 100) / 100;

/** A plot that is as wide as its parent: on the server no one knows how wide that is. */
export const fluidPlot = (height: number): Plot => ({ height, along: (share) => `${rounded(share * 100)}%` });

/** A plot of so many pixels, for pictures and for scripts. */
export const fixedPlot = (width: number, height: number): Plot => ({
  height,
  along: (share) => rounded(share * width),
});

/** The height of a chart by period between its axis and its top. */
export const PLOT_HEIGHT = 230;
/** Room for the axis under a plot by period: two lines of labels. */
export const AXIS_HEIGHT = 40;
/** Room above it, for the upper half of the highest label. */
export const HEADROOM = 10;
/** Room beside it for the numbers of the count axis, and for the last label of the other. */
export const GUTTER = 40;
export const MARGIN = 14;

/** The share of the chart's width that a column takes: wide enough to see, and never a wall. */
export const columnShare = (columns: number): number => Math.min(0.76 / columns, 0.12);
