import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyScopes } from '@/lib/api/key-scopes';
import { operations } from '@/lib/api/routes';
import { accessTo, actionAccess, operationAccess, routeAccess } from '@/lib/permissions';
import { actionsOnDisk, pagesOnDisk } from '../setup/doors';

const pages = pagesOnDisk();
const actions = actionsOnDisk();

/** What stands on one side alone, in words that say what to do. */
function differences(found: readonly string[], listed: readonly string[], table: string): string[] {
  return [
    ...found
      .filter((one) => !listed.includes(one))
      .map((one) => `${one} is not in ${table} of lib/permissions.ts: say there who may use it`),
    ...listed.filter((one) => !found.includes(one)).map((one) => `${one} is in ${table}, and nowhere else`),
  ];
}

describe('the table of who may do what', () => {
  it('has every page and handler but those of app/(explore), which are the readers’', () => {
    const found = pages.filter(({ explore }) => !explore).map(({ pattern }) => pattern);
    expect(differences(found, Object.keys(routeAccess), 'routeAccess')).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
    for (const { pattern, explore } of pages)
      if (explore) expect([pattern, accessTo(pattern)]).toEqual([pattern, 'reader']);
  });

  it('leaves no handler to Next’s page of errors: each answers what fails in it as a problem', () => {
    // These answer their failures themselves.
    const own = [
      'api/v1/[[...path]]',
      'health',
      'api/auth/callback/oidc',
      'sign-in/oidc',
      'admin/import/upload',
    ];
    const unguarded = pages
      .filter(({ isPage, file }) => !isPage && !own.some((one) => file === `app/${one}/route.ts`))
      .filter(({ file }) => /\/route\.tsx?$/.test(file) && !/= answering\(/.test(readFileSync(file, 'utf8')));
    expect(unguarded.map(({ file }) => file)).toEqual([]);
  });

  it('has every action', () => {
    expect(actions.length).toBeGreaterThan(25);
    expect(
      differences(
        actions.map(({ key }) => key),
        Object.keys(actionAccess),
        'actionAccess',
      ),
    ).toEqual([]);
  });

  it('has every operation of the API, each with the permission of its scope', () => {
    const asked = Object.fromEntries(
      operations.map(({ id, scope }) => [
        id,
        scope ? keyScopes.find(({ code }) => code === scope)!.permission : 'reader',
      ]),
    );
    expect(operationAccess).toEqual(asked);
  });

  it.each([
    ['/events', 'reader'],
    ['/nothing/of/the/kind', 'reader'],
    ['/sign-in', 'anyone'],
    ['/sign-in/', 'reader'],
    ['//sign-in', 'reader'],
    ['/sign-in/oidc', 'anyone'],
    ['/setup/abc', 'anyone'],
    ['/setup/abc/events', 'reader'],
    ['/admin/keys/new', 'keys.manage'],
    ['/admin/events/users', 'events.edit'],
    ['/api/v1', 'reader'],
    ['/api/v1/events/x', 'reader'],
  ])('knows of %s: %s', (path, access) => {
    expect(accessTo(path)).toBe(access);
  });
});
