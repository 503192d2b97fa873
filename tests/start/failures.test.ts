import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { nodeProblem } from '@/app/_start/node-version.mjs';
import { dataFolder, freePort, Start } from '../setup/start';

/** What a start says that must not succeed: one line, no stack trace, exit code 1. */
async function failing(settings: Record<string, string | number>): Promise<string> {
  const start = new Start({ DATA_DIR: dataFolder(), PORT: await freePort(), ...settings });
  expect(await start.ended).toEqual({ code: 1, signal: null });
  expect(start.output.trim().split('\n')).toHaveLength(1);
  return start.output.trim();
}

describe('the start command says in one sentence', () => {
  it('that the port is busy, and how to choose another', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failing({ PORT: port })).toBe(
      `Pillarwatch: Port ${port} is in use: stop what listens there, or choose another, as in PORT=3001 npm start.`,
    );
    other.close();
  });

  it('that a setting is wrong, by its name', async () => {
    expect(await failing({ PORT: 'http' })).toBe(
      'Pillarwatch: The setting PORT must be a whole number from 1 to 65535.',
    );
    expect(await failing({ DATABASE_URL: 'mysql://here' })).toContain(
      'The setting DATABASE_URL must be an address',
    );
  });

  it('that the database of DATABASE_URL cannot be used, and why, without its password', async () => {
    const admin = new URL(inject('admin'));
    const nothing = Object.assign(new URL(admin), { port: '1' }).href;
    expect(await failing({ DATABASE_URL: nothing })).toContain('cannot be used: nothing answers there.');
    const wrong = Object.assign(new URL(admin), { password: 'not-the-password' }).href;
    const said = await failing({ DATABASE_URL: wrong });
    expect(said).toContain('the user name or password is wrong.');
    expect(said).not.toContain('not-the-password');
    const missing = Object.assign(new URL(admin), { pathname: '/no_such_database' }).href;
    expect(await failing({ DATABASE_URL: missing })).toContain('there is no database of that name.');
  });

  it('that the data folder cannot be used', async () => {
    const file = path.join(dataFolder(), 'file');
    writeFileSync(file, '');
    expect(await failing({ DATA_DIR: file })).toBe(
      `Pillarwatch: The data folder ${file} cannot be read and written: mend its permissions, or set DATA_DIR to another.`,
    );
  });

  it('that the password of the database is lost, rather than fail to sign in', async () => {
    const folder = dataFolder();
    mkdirSync(path.join(folder, 'postgres'));
    writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '18\n');
    expect(await failing({ DATA_DIR: folder })).toContain('The password of the database in');
  });

  it.each(['18.20.8', '20.8.1', '16.0.0'])('that Node %s is too old', (version) => {
    expect(nodeProblem(version)).toBe(`Node ${version} is too old: install Node 20.9 or later.`);
  });

  it.each(['20.9.0', '20.20.2', '22.0.0', '24.1.0'])('nothing about Node %s', (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
});
