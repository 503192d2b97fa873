import { shapePath } from './shapes';
import type { Op } from './timeline-display';
import type { Scene } from './timeline-layout';
import { GROUND, INK, QUIET } from './timeline-paint';
import { PIN_RADIUS, PIN_ROW, type Pin } from './timeline-pins';

/** Where the middle of a pin lies, from the top. */
export const pinY = ({ pinTop }: Scene, { row }: Pin): number => pinTop + row * PIN_ROW + PIN_ROW / 2;

/** The numbers of notes over the lanes, each with its days and a line down through the lanes. */
export const pinOps = (scene: Scene): Op[] =>
  scene.pins.flatMap((pin): Op[] => {
    const { x, from, to, note } = pin;
    const y = pinY(scene, pin);
    return [
      { kind: 'line', d: `M${x} ${y}V${scene.bottom}`, paint: QUIET, dash: [1, 4] },
      { kind: 'line', d: `M${from} ${y}H${to}`, paint: INK },
      { kind: 'area', d: shapePath('circle', x, y, PIN_RADIUS), paint: INK },
      { kind: 'area', d: shapePath('circle', x, y, PIN_RADIUS - 1.5), paint: GROUND },
      {
        kind: 'text',
        x,
        y: y + 4,
        text: String(note.number),
        size: 11,
        bold: true,
        anchor: 'middle',
        paint: INK,
      },
    ];
  });
