/** What of Chromium's trace format is read here: whole events, their start and the processor time of their thread. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
}

/** Processor time of the page's main thread, in milliseconds: what other processes do on the machine is not in it. */
export interface MainThread {
  /** From each frame of the gesture to the next. */
  frames: number[];
  /** The longest task after the last frame, as the chart comes to rest. */
  rest: number;
}

/** The categories of a trace that hold tasks and animation frames. */
export const TRACED = ['toplevel', 'devtools.timeline'];

const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);
const FRAME = 'FireAnimationFrame';

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/** The thread on which most animation frames were fired: the page's. */
function pageThread(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const event of events)
    if (event.name === FRAME) counts.set(threadOf(event), (counts.get(threadOf(event)) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most) throw new Error('The trace holds no animation frame');
  return most[0];
}

/** The tasks of a thread in order: their milliseconds, and whether an animation frame was fired in them. */
function tasksOf(events: readonly TraceEvent[]): { ms: number; frame: boolean }[] {
  const tasks: { ms: number; frame: boolean }[] = [];
  for (const { name, tdur = 0 } of events) {
    if (TASKS.has(name)) tasks.push({ ms: tdur / 1000, frame: false });
    else if (name === FRAME && tasks.length > 0) tasks.at(-1)!.frame = true;
  }
  return tasks;
}

/**
 * Reads a trace of a gesture.
 * @param trace as Chromium writes it (JSON), begun before the first frame
 * @param count frames of the gesture
 * @throws where the trace holds no animation frame
 */
export function mainThreadOf(trace: Buffer, count: number): MainThread {
  const { traceEvents } = JSON.parse(String(trace)) as { traceEvents: TraceEvent[] };
  const whole = traceEvents.filter(({ ph }) => ph === 'X');
  const thread = pageThread(whole);
  const own = whole.filter((event) => threadOf(event) === thread).sort((a, b) => a.ts - b.ts);
  const frames: number[] = [];
  const rest: number[] = [];
  for (const { ms, frame } of tasksOf(own)) {
    if (rest.length > 0 || (frame && frames.length === count)) rest.push(ms);
    else if (frame) frames.push(ms);
    else if (frames.length > 0) frames[frames.length - 1]! += ms;
  }
  return { frames, rest: Math.max(0, ...rest) };
}
