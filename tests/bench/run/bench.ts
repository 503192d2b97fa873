import type { DataSet } from '../data/database';

/** What every subject is given. */
export interface Bench {
  data: DataSet;
  /** The address of the database with the made events; its server runs as long as the bench does. */
  databaseUrl(): Promise<string>;
  /** The product, started on that database by its own command; its address. */
  product(): Promise<string>;
  /** How long a file of the subject exports may take before it is left. */
  exportMinutes: number;
  /** Progress, for the person who waits; not a part of the results. */
  say(line: string): void;
}
