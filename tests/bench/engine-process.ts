/**
 * One engine in a process of its own, so that its memory and its garbage are its own: it is given its task as the first
 * argument, as JSON, and sends what it measured to its parent.
 */
import { parseArgs } from 'node:util';
import type { Answer } from './counting/answer';
import type { Engine } from './counting/engine';
import { engineKinds, type EngineName } from './counting/engines';
import { twentyStates, type State } from './counting/states';
import { makeEvents } from './data/columns';
import { once, repeat, type Times } from './run/timing';

export interface Measured {
  buildMs: number;
  /** Held after the build, beside what Node held before. */
  bytes: number;
  answers: Answer[];
  times: Times[];
}

function held(): number {
  for (let i = 0; i < 3; i++) globalThis.gc!();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Makes the events, builds the engine, and lets go of the events. */
async function build(name: EngineName, size: number, seed: number, url: string) {
  const { columns } = makeEvents(size, seed);
  const states = twentyStates(columns);
  const { ms, result } = await once<Engine>(() => engineKinds[name].build(columns, url));
  return { states, ms, engine: result };
}

async function measure(engine: Engine, states: readonly State[]) {
  const answers: Answer[] = [];
  // The first round is the warm-up too.
  for (const { filters } of states) answers.push(await engine.answer(filters));
  const times: Times[] = [];
  for (const [s, { filters }] of states.entries()) {
    const other = states.at(s - 1)!.filters;
    // An engine that keeps its filters would have nothing to do where it is asked the same again.
    const before = engine.remembers ? () => engine.ask(other) : undefined;
    times.push(await repeat(() => engine.ask(filters), { least: 3, before }));
  }
  return { answers, times };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      size: { type: 'string' },
      seed: { type: 'string' },
      url: { type: 'string' },
    },
  });
  const name = values.engine as EngineName;
  const before = held();
  const { states, ms, engine } = await build(
    name,
    Number(values.size),
    Number(values.seed),
    values.url ?? '',
  );
  const bytes = held() - before + ((await engine.bytes?.()) ?? 0);
  const measured: Measured = { buildMs: ms, bytes, ...(await measure(engine, states)) };
  await engine.close?.();
  process.send!(measured);
}

await main();
