import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settingGroups, settingRows, settings as known } from '@/lib/settings';

const good = { DATABASE_URL: 'postgresql://u:p@localhost:5432/x', AUTH_SECRET: 'x'.repeat(32) };
const names = ['DATABASE_URL', 'PORT', 'PUBLIC_URL', 'AUTH_SECRET', 'LOG_LEVEL', 'MARKING', 'DATA_DIR'];

/** The module as a new process would have it, with these settings alone. */
async function withEnv(settings: Record<string, string>) {
  for (const name of names) vi.stubEnv(name, settings[name]);
  vi.resetModules();
  return import('@/lib/env');
}

beforeEach(() => {
  vi.unstubAllEnvs();
});

describe('env', () => {
  it('needs the database and the secret, and knows the rest', async () => {
    const { env } = await withEnv(good);
    const rest = {
      PORT: 3000,
      PUBLIC_URL: 'http://localhost:3000',
      LOG_LEVEL: 'info',
      MARKING: 'OFFICIAL',
      FOUR_EYES: 'off',
      READERS: 'public',
      DATA_DIR: '.data',
      MAIL_FROM: 'Pillarwatch <pillarwatch@localhost>',
      WEBHOOK_ADDRESSES: [],
      REQUIRE_SECOND_STEP: 'nobody',
      TRUSTED_PROXIES: 0,
      OIDC_NAME: 'your organisation’s account',
      OIDC_ADMIT: 'invited',
      OIDC_ROLE_CLAIM: 'roles',
      API_CORS_ORIGINS: [],
      API_RATE_LIMIT: 600,
    };
    expect(env()).toEqual({ ...good, ...rest });
  });

  it.each([
    [{ ...good, DATABASE_URL: '' }, 'The setting DATABASE_URL is missing.'],
    [
      { ...good, DATABASE_URL: 'mysql://x' },
      'The setting DATABASE_URL must be an address like postgresql://user:password@host:5432/name.',
    ],
    [{ ...good, AUTH_SECRET: 'short' }, 'The setting AUTH_SECRET must be at least 32 characters.'],
    [{ ...good, PORT: '0' }, 'The setting PORT must be a whole number from 1 to 65535.'],
    [{ ...good, PORT: 'abc' }, 'The setting PORT must be a whole number from 1 to 65535.'],
    [{ ...good, PORT: '3000.5' }, 'The setting PORT must be a whole number from 1 to 65535.'],
    [
      { ...good, LOG_LEVEL: 'loud' },
      'The setting LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    ],
    [{ ...good, MARKING: 'x'.repeat(81) }, 'The setting MARKING must be 80 characters or fewer.'],
    [{ ...good, PORT: '70000' }, 'The setting PORT must be a whole number from 1 to 65535.'],
    [
      { ...good, PUBLIC_URL: 'example.org' },
      'The setting PUBLIC_URL must be the address under which people reach Pillarwatch.',
    ],
  ])('says in one sentence what is wrong with %j', async (settings, message) => {
    const { env, EnvProblem } = await withEnv(settings);
    expect(env).toThrow(new EnvProblem(message));
  });

  it('makes links of the address without its last slash', async () => {
    const { env } = await withEnv({ ...good, PUBLIC_URL: 'https://pillarwatch.example/' });
    expect(env().PUBLIC_URL).toBe('https://pillarwatch.example');
  });
});

describe('startEnv', () => {
  it('needs nothing: the start command brings the database and the secret', async () => {
    const { startEnv } = await withEnv({ PORT: '4000' });
    expect(startEnv()).toMatchObject({ PORT: 4000, PUBLIC_URL: 'http://localhost:4000', DATA_DIR: '.data' });
  });
});

describe('logLevel', () => {
  it.each([
    ['debug', 'debug'],
    ['', 'info'],
    ['loud', 'info'],
  ])('of LOG_LEVEL=%s is %s, so that a wrong setting can be logged', async (LOG_LEVEL, level) => {
    const { logLevel } = await withEnv({ LOG_LEVEL });
    expect(logLevel()).toBe(level);
  });

  it('is shown to admins whole, but for secrets, with where each comes from', async () => {
    const { env, givenSettings } = await withEnv({ ...good, MARKING: 'OFFICIAL-SENSITIVE' });
    const groups = Object.keys(settingGroups) as (keyof typeof settingGroups)[];
    const rows = groups.flatMap((group) => settingRows(group, env(), givenSettings()));
    expect(rows).toHaveLength(Object.keys(known).length);
    expect(rows.find(({ name }) => name === 'MARKING')).toMatchObject({
      now: 'OFFICIAL-SENSITIVE',
      given: true,
    });
    expect(rows.find(({ name }) => name === 'READERS')).toMatchObject({ now: 'public', given: false });
    expect(rows.find(({ name }) => name === 'SMTP_URL')!.now).toBe('None');
    const shown = JSON.stringify(rows);
    expect(shown).not.toContain(good.AUTH_SECRET);
    expect(shown).not.toContain(good.DATABASE_URL);
  });
});
