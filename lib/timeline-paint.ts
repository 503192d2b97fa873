import { markStyles, type Lane } from './timeline-lanes';

/**
 * What something is painted with, whoever paints it: the colour, and the system's colour that takes its place where the
 * reader's own colours are forced (CSS Color Adjustment, forced-colors).
 */
export interface Paint {
  colour: string;
  system: 'Canvas' | 'CanvasText' | 'GrayText';
  /** Diagonal lines of the colour on white, in place of an even fill. */
  hatched?: boolean;
}

export const GROUND: Paint = { colour: '#ffffff', system: 'Canvas' };
export const INK: Paint = { colour: '#0b0c0c', system: 'CanvasText' };
export const QUIET: Paint = { colour: '#505a5f', system: 'CanvasText' };
export const FAINT: Paint = { colour: '#e4e6e8', system: 'GrayText' };
export const LINE: Paint = { colour: '#b1b4b6', system: 'GrayText' };
export const BAND: Paint = { colour: '#f1f2f3', system: 'Canvas' };

export const FONT = 'arial, helvetica, sans-serif';

/** The period of hatching and the width of its lines, in pixels; they run at 45 degrees. */
export const HATCH = { period: 5, line: 1.8 };

/** A length in the page's text: to a hundredth of a pixel. */
export const toPixels = (length: number): number => Math.round(length * 100) / 100;

const full = (colour: string): Paint => ({ colour, system: 'CanvasText' });

/** The paint of a mark style; of a lane's heaps, which are grey where events of several pillars are in them. */
export const stylePaint = (style: number): Paint => full(markStyles[style]!.colour);
export const lanePaint = ({ pillar }: Lane): Paint =>
  pillar === null ? full(QUIET.colour) : stylePaint(pillar);

/** The colour mixed with white, opaque, so that what lies behind does not show through. */
export function tinted({ colour }: Paint, share = 0.38): Paint {
  const mixed = [1, 3, 5].map((at) =>
    Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * share),
  );
  return {
    colour: `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`,
    system: 'GrayText',
  };
}
