import { describe, expect, it } from 'vitest';
import { roleFromClaim } from '@/lib/oidc-role';

const setting = 'Desk = editor,Leads=reviewer,d3b0=admin';

describe('the role of a claim', () => {
  it.each([
    [['Desk'], 'editor'],
    [['Leads', 'Desk'], 'reviewer'],
    ['d3b0', 'admin'],
    [['Other'], null],
    [undefined, null],
    [{ Desk: true }, null],
    [['editor', 'admin'], null],
  ])('of %j is %s', (claim, role) => {
    expect(roleFromClaim(claim, setting)).toBe(role);
  });

  it('is none without the setting', () => {
    expect(roleFromClaim(['Desk'], undefined)).toBeNull();
  });
});
