import type { Filters } from '@/lib/filters';
import type { IndexColumns } from '@/lib/index-columns';
import type { Answer } from './answer';

/** An engine with the events in it. `ask` does all the work of a request; `answer` reads it for the comparison. */
export interface Engine {
  ask(filters: Filters): unknown;
  answer(filters: Filters): Promise<Answer> | Answer;
  /** True where it keeps the filters of the last question and works from there. */
  remembers?: true;
  /** Bytes that it holds outside this process's own heap and buffers, where it does. */
  bytes?(): Promise<number>;
  close?(): Promise<void> | void;
}

export interface EngineKind {
  label: string;
  /** Megabytes of heap that its process may use. */
  heap: number;
  /** The largest record that this machine's memory lets it hold. */
  most: number;
  build(columns: IndexColumns, url: string): Promise<Engine> | Engine;
}
