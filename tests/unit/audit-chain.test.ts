import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainWalk, hashOfRow, NO_HASH, type ChainHead, type ChainRow } from '@/lib/audit-chain';

type Contents = Omit<ChainRow, 'seq' | 'previous' | 'hash'>;

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = fc.option(text);
const anyContents: fc.Arbitrary<Contents> = fc.record({
  at: text,
  userId: maybe,
  who: text,
  ip: maybe,
  agent: maybe,
  action: text,
  subject: maybe,
  revision: maybe,
  before: maybe,
  after: maybe,
  detail: maybe,
});

function chain(list: readonly Contents[]): ChainRow[] {
  const rows: ChainRow[] = [];
  for (const contents of list) {
    const row = { ...contents, seq: rows.length + 1, previous: rows.at(-1)?.hash ?? NO_HASH };
    rows.push({ ...row, hash: hashOfRow(row) });
  }
  return rows;
}

const headOf = (rows: readonly ChainRow[]): ChainHead => ({
  seq: rows.length,
  hash: rows.at(-1)?.hash ?? NO_HASH,
});

function walk(rows: readonly ChainRow[], head: ChainHead) {
  const walked = new ChainWalk();
  for (const row of rows) walked.add(row);
  return walked.finish(head).map(({ kind, seq }) => ({ kind, seq }));
}

const anyChain = fc.array(anyContents, { minLength: 1, maxLength: 12 }).map(chain);
const chainAndPlace = anyChain.chain((rows) =>
  fc.record({ rows: fc.constant(rows), at: fc.nat({ max: rows.length - 1 }) }),
);
const renumber = (rows: readonly ChainRow[]) => rows.map((row, i) => ({ ...row, seq: i + 1 }));

describe('the walk along the chain', () => {
  it('finds nothing wrong with a chain as it was made', () => {
    fc.assert(
      fc.property(anyChain, (rows) => {
        expect(walk(rows, headOf(rows))).toEqual([]);
      }),
    );
    expect(walk([], { seq: 0, hash: NO_HASH })).toEqual([]);
  });

  it('names the row of which any value was changed', () => {
    fc.assert(
      fc.property(chainAndPlace, anyContents, ({ rows, at }, other) => {
        for (const key of Object.keys(other) as (keyof Contents)[]) {
          if (rows[at]![key] === other[key]) continue;
          const bad = rows.with(at, { ...rows[at]!, [key]: other[key] });
          expect(walk(bad, headOf(rows))).toEqual([{ kind: 'changed', seq: at + 1 }]);
        }
      }),
    );
  });

  it('names the row that was changed together with its hash', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        const row = { ...rows[at]!, who: `${rows[at]!.who}!` };
        const bad = rows.with(at, { ...row, hash: hashOfRow(row) });
        expect(walk(bad, headOf(rows))).toEqual([{ kind: 'changed', seq: at + 1 }]);
      }),
    );
  });

  it('names the row that is missing, the last one too, and also where the others got new numbers', () => {
    fc.assert(
      fc.property(chainAndPlace, ({ rows, at }) => {
        const less = rows.toSpliced(at, 1);
        const found = [{ kind: 'missing', seq: at + 1 }];
        expect(walk(less, headOf(rows))).toEqual(found);
        expect(walk(renumber(less), headOf(rows))).toEqual(found);
      }),
    );
  });

  it('names the row that was inserted, with a number of its own or by moving the others', () => {
    fc.assert(
      fc.property(chainAndPlace, anyContents, fc.boolean(), ({ rows, at }, contents, hashed) => {
        const row = { ...contents, seq: at + 1, previous: rows[at - 1]?.hash ?? NO_HASH };
        const made = { ...row, hash: hashed ? hashOfRow(row) : 'f'.repeat(64) };
        const more = renumber(rows.toSpliced(at, 0, made));
        expect(walk(more, headOf(rows))).toEqual([{ kind: 'inserted', seq: at + 1 }]);
        const end = { ...row, seq: rows.length + 1, previous: rows.at(-1)!.hash };
        const last = { ...end, hash: hashed ? hashOfRow(end) : made.hash };
        expect(walk([...rows, last], headOf(rows))).toContainEqual({
          kind: 'inserted',
          seq: rows.length + 1,
        });
        expect(walk([{ ...made, seq: 0 }, ...rows], headOf(rows))).toEqual([{ kind: 'inserted', seq: 0 }]);
      }),
    );
  });
});

describe('the hash of a row', () => {
  it('differs where a value moves from one field to the next', () => {
    const [row] = chain([
      {
        at: '',
        userId: 'a',
        who: 'b',
        ip: null,
        agent: null,
        action: '',
        subject: null,
        revision: null,
        before: null,
        after: null,
        detail: null,
      },
    ]);
    const hash = hashOfRow(row!);
    expect(hashOfRow({ ...row!, userId: 'a,1:b', who: '' })).not.toBe(hash);
    expect(hashOfRow({ ...row!, ip: '' })).not.toBe(hash);
    expect(hashOfRow({ ...row!, ip: '-' })).not.toBe(hash);
  });
});
