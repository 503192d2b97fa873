import type { Database, Transaction } from './client';

/** A state of the record that stays as it is while others write, until it is closed. */
export interface Snapshot {
  tx: Transaction;
  close(): Promise<void>;
}

/** How long the asker may leave it unread: one who never comes back would hold a connection, and old rows, for good. */
const IDLE = '60s';

/**
 * Opens a read-only transaction that stays open between reads, for those who go on as what they read is taken. Every
 * snapshot must be closed. The server itself ends one that is idle for a minute, and what is read next then throws.
 */
export async function openSnapshot(db: Database): Promise<Snapshot> {
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  let whole = Promise.resolve();
  const tx = await new Promise<Transaction>((resolve, reject) => {
    whole = db.transaction(
      async (opened) => {
        await opened.execute(`set local idle_in_transaction_session_timeout = '${IDLE}'`);
        resolve(opened);
        await ended;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    // After it has opened this changes nothing: whoever reads learns of a lost connection from the reading.
    whole.catch(reject);
  });
  const close = async (): Promise<void> => {
    end();
    await whole.catch(() => {});
  };
  return { tx, close };
}
