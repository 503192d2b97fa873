/** From where a request came, as far as it can be told. */
export interface Origin {
  ip: string | null;
  agent: string | null;
}

/** Who does something, and from where: what a write and the audit trail are told. A signed-in user is one. */
export interface Author {
  /** The user's id. */
  id: string;
  /** Missing where a program of this machine acts for the user. */
  from?: Origin;
  /** The name of the key, where a program acts with one. */
  key?: string;
}

/** Who writes: a user and from where, a user's id where no more is known, or null for the seed. */
export type Writer = Author | string | null;

/** The user's id; null for the seed. */
export function writerId(by: Writer): string | null {
  return typeof by === 'string' ? by : (by?.id ?? null);
}
