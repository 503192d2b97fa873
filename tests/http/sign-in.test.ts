import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword as oldHash } from 'better-auth/crypto';
import { storePassword } from '@/db/password-links';
import { passwordHash } from '@/db/passwords';
import { inviteUser, setActive, userByEmail } from '@/db/users';
import { testDatabase } from '../setup/database';

/** What the actions ask of Next: where the request came from, its cookies, and what is done after the answer. */
const later: (() => unknown)[] = [];
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-forwarded-for': '192.0.2.1' }),
  cookies: async () => ({ get: () => undefined, set: () => {} }),
}));
vi.mock('next/server', () => ({ after: (work: () => unknown) => void later.push(work) }));

const PASSWORD = 'kettle lamp orange window';
const { db, url } = await testDatabase();
const settings = { AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://watch.example.test' };
for (const [name, value] of Object.entries({ ...settings, DATABASE_URL: url })) vi.stubEnv(name, value);
afterAll(() => vi.unstubAllEnvs());
const { signIn } = await import('@/app/_auth/sign-in');

/** The cost of every scrypt that is run, by whatever module. */
const runs: crypto.ScryptOptions[] = [];
const real = crypto.scrypt;
beforeAll(async () => {
  crypto.scrypt = ((password, salt, length, cost: crypto.ScryptOptions, done) => {
    runs.push(cost);
    real(password, salt, length, cost, done);
  }) as typeof crypto.scrypt;
  syncBuiltinESMExports();
  const by = { id: 'nobody', from: { ip: null, agent: null } };
  for (const name of ['known', 'old', 'invited', 'gone']) {
    await inviteUser(db, { name, email: `${name}@example.test`, role: 'editor' }, by);
    const { id } = (await userByEmail(db, `${name}@example.test`))!;
    if (name !== 'invited')
      await storePassword(db, id, await (name === 'old' ? oldHash : hashPassword)(PASSWORD));
    if (name === 'gone') await setActive(db, id, false, by);
  }
});
afterAll(() => {
  crypto.scrypt = real;
  syncBuiltinESMExports();
});
beforeEach(() => {
  runs.length = 0;
});
const { hashPassword } = await import('@/app/_auth/password-hash');

describe('a sign-in that fails', () => {
  it.each(['known', 'nobody', 'invited', 'gone'])(
    'costs one hash of the same work, and is answered the same: %s',
    async (name) => {
      expect(await signIn(`${name}@example.test`, 'not the password')).toEqual({
        ok: false,
        message: 'Enter a correct email address and password',
      });
      // ASVS 5.0.0, appendix C: with three runs at least 32 MB.
      expect(runs).toMatchObject([{ N: 2 ** 15, r: 8, p: 3 }]);
    },
  );
});

describe('a hash that was made by other means', () => {
  it('is made anew as its owner signs in, and the password stays what it was', async () => {
    const { id } = (await userByEmail(db, 'old@example.test'))!;
    const stored = () => passwordHash(db, id);
    expect(await stored()).not.toMatch(/^scrypt\$/);
    for (let time = 0; time < 2; time++) {
      expect(await signIn('old@example.test', PASSWORD)).toMatchObject({ ok: true });
      expect(await stored()).toMatch(/^scrypt\$32768\$8\$3\$/);
    }
    expect(await signIn('old@example.test', `${PASSWORD} `)).toMatchObject({ ok: false });
  });
});

describe('a request for a link by mail', () => {
  it('is answered before anything is asked of the database, whether there is an account or not', async () => {
    vi.resetModules();
    // Nothing answers there: what touched it would fail.
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    const { forgotAction } = await import('@/app/forgot-password/actions');
    for (const email of ['known@example.test', 'nobody@example.test']) {
      const form = new FormData();
      form.set('email', email);
      expect(await forgotAction({ email: '', errors: [], asked: false }, form)).toEqual({
        email,
        errors: [],
        asked: true,
      });
    }
    expect([later.length, runs.length]).toEqual([2, 0]);
  });
});
