import { describe, expect, it } from 'vitest';
import { userRoles } from '@/lib/permissions';
import { statuses } from '@/lib/vocabulary';
import { archiveRefusal, moveRefusal, mustPropose, statusesFor } from '@/lib/workflow';

const froms = [null, ...statuses];

describe('who may make what of an event', () => {
  it('readers may nothing', () => {
    for (const from of froms)
      expect(statusesFor(from, { role: 'reader', own: false, fourEyes: false })).toEqual([]);
  });

  it('editors write and submit, and neither publish nor take back what is published', () => {
    const editor = { role: 'editor', own: true, fourEyes: false } as const;
    expect(statusesFor(null, editor)).toEqual(['draft', 'in_review', 'archived']);
    expect(statusesFor('in_review', editor)).toEqual(['draft', 'in_review', 'archived']);
    expect(statusesFor('published', editor)).toEqual([]);
    expect(mustPropose('published', editor)).toBe(true);
    expect(mustPropose('draft', editor)).toBe(false);
  });

  it('reviewers publish, but with four eyes not their own work', () => {
    for (const role of ['reviewer', 'admin'] as const) {
      expect(statusesFor('in_review', { role, own: true, fourEyes: false })).toContain('published');
      expect(statusesFor('in_review', { role, own: false, fourEyes: true })).toContain('published');
      expect(statusesFor('in_review', { role, own: true, fourEyes: true })).not.toContain('published');
      expect(statusesFor(null, { role, own: true, fourEyes: true })).not.toContain('published');
      expect(mustPropose('published', { role, fourEyes: true })).toBe(true);
      expect(mustPropose('published', { role, fourEyes: false })).toBe(false);
    }
  });

  it('never lets a role publish that may not, whatever the event was', () => {
    const movers = userRoles.flatMap((role) =>
      [true, false].flatMap((own) => [true, false].map((fourEyes) => ({ role, own, fourEyes }))),
    );
    const allowed = movers.filter((mover) =>
      froms.some((from) => moveRefusal(from, 'published', mover) === null),
    );
    expect(new Set(allowed.map(({ role }) => role))).toEqual(new Set(['reviewer', 'admin']));
  });

  it('and only those who publish take an event off the dashboard, or bring one back', () => {
    for (const status of statuses) {
      expect(archiveRefusal(status, 'reviewer')).toBe(null);
      expect(archiveRefusal(status, 'reader')).not.toBe(null);
      expect(archiveRefusal(status, 'editor') === null).toBe(status === 'draft' || status === 'in_review');
    }
  });
});
