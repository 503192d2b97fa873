/** A set of events that came together and can be cited, or left out, as one. */
export interface SourceSet {
  readonly key: string;
  /** One byte, for the in-memory index. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly attribution: string | null;
  readonly licence: string | null;
  readonly url: string | null;
  /** True for a set that others are read against, and which is not the record's own news. */
  readonly reference: boolean;
}
