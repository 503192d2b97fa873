/** What the bench calls in the page; each chart's entry gives it to `window`. */
export interface Player {
  /** Milliseconds from the chart's making to the first frame that shows it. */
  firstPaint: number;
  /** Plays a gesture, one wheel event a frame, and waits until the chart is at rest: milliseconds from frame to frame. */
  play(wheel: WheelEventInit, frames: number, most: number): Promise<number[]>;
}

declare global {
  interface Window {
    player?: Player;
    /** Set before the entry runs: how many events it shows. */
    marks?: number;
  }
}

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const REST_MS = 500;

/** Makes the chart, waits until there is something that shows it is drawn, and hands the player to the bench. */
export async function present(make: () => void, drawn: string, chart: string): Promise<void> {
  const before = performance.now();
  make();
  while (document.querySelector(drawn) === null) await nextFrame();
  // The frame after the one that found it begins when that one is on the screen.
  await nextFrame();
  await nextFrame();
  const firstPaint = performance.now() - before;
  window.player = { firstPaint, play: (...given) => play(document.querySelector(chart)!, ...given) };
}

async function play(
  element: Element,
  wheel: WheelEventInit,
  frames: number,
  most: number,
): Promise<number[]> {
  const box = element.getBoundingClientRect();
  const at = { clientX: box.left + 610, clientY: box.top + 200, bubbles: true, cancelable: true };
  const times: number[] = [];
  const begin = await nextFrame();
  let before = begin;
  for (let i = 0; i < frames && before - begin < most; i++) {
    element.dispatchEvent(new WheelEvent('wheel', { ...wheel, ...at }));
    // The chart asked for its frame first, so it has drawn by the time this one is called.
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return times;
}
