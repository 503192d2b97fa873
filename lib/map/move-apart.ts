/** A circle that may be moved: where it stands, and how far it may be from there. */
export interface Movable {
  x: number;
  y: number;
  readonly most: number;
}

/** Two places to point at need this much between their centres, across or down: WCAG 2.2's 24 pixels and one more. */
export const REACH = 25;
const ROUNDS = 60;

const within = (n: number, home: number, most: number): number =>
  Math.min(home + most, Math.max(home - most, n));

/** Pushes two points apart by half of what they lack each, in the direction in which they lack less. */
function push(a: Movable, b: Movable): boolean {
  const dx = b.x - a.x;
  const lackX = REACH - Math.abs(dx);
  if (lackX <= 0) return false;
  const dy = b.y - a.y;
  const lackY = REACH - Math.abs(dy);
  if (lackY <= 0) return false;
  const axis = lackX < lackY ? 'x' : 'y';
  const step = ((axis === 'x' ? Math.sign(dx) : Math.sign(dy)) || 1) * (Math.min(lackX, lackY) / 2 + 0.01);
  a[axis] -= step;
  b[axis] += step;
  return true;
}

/**
 * Points moved as little as makes each of them one to point at, and none further than it may. Where too many lie together
 * some stay closer than REACH.
 */
export function movedApart(points: readonly Movable[]): { x: number; y: number }[] {
  const moved = points.map((point) => ({ ...point }));
  for (let round = 0; round < ROUNDS; round++) {
    let any = false;
    for (let i = 0; i < moved.length; i++)
      for (let j = i + 1; j < moved.length; j++) any = push(moved[i]!, moved[j]!) || any;
    for (const [i, { x, y, most }] of points.entries()) {
      moved[i]!.x = within(moved[i]!.x, x, most);
      moved[i]!.y = within(moved[i]!.y, y, most);
    }
    if (!any) break;
  }
  return moved.map(({ x, y }) => ({ x, y }));
}

/** For each point half the side of the square round it that no other one's square touches, `wanted` at most. */
export function freeReach(points: readonly { x: number; y: number }[], wanted: readonly number[]): number[] {
  return points.map((a, i) => {
    const nearest = points.reduce(
      (least, b, j) =>
        i === j ? least : Math.min(least, Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))),
      Infinity,
    );
    return Math.max(REACH / 2 - 0.5, Math.min(wanted[i]!, nearest / 2));
  });
}
