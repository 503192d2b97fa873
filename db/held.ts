import type { Database } from './client';

// Pages and handlers are built apart, each with its own modules; what is held for a database must be held once.
const kept = globalThis as { pillarwatchHeld?: Map<string, WeakMap<Database, unknown>> };

/** What a process holds for each database under this name, once however many bundles of it ask. */
export function heldFor<T>(name: string): WeakMap<Database, T> {
  const all = (kept.pillarwatchHeld ??= new Map<string, WeakMap<Database, unknown>>());
  const found = all.get(name) ?? new WeakMap<Database, unknown>();
  all.set(name, found);
  return found as WeakMap<Database, T>;
}
