import { and, desc, eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { applyBulk, planBulk } from '@/db/bulk';
import { createEvent, updateEvent } from '@/db/event-writes';
import { wroteUnpublished } from '@/db/event-form';
import { inputOf, readEvent, readEvents } from '@/db/event-record';
import { readFacets } from '@/db/facets';
import {
  comment,
  commentsOn,
  countReview,
  decideEvent,
  decideProposal,
  propose,
  proposalsOn,
  readProposal,
} from '@/db/review';
import { noteLeft, noteOpen, whoElseHasOpen } from '@/db/open-forms';
import { groupReview, listReview } from '@/db/review-queue';
import { readVersion } from '@/db/revisions';
import { listTags, slugsTagged } from '@/db/tags';
import { users } from '@/db/schema-auth';
import { auditLog } from '@/db/schema-audit';
import { openForms } from '@/db/schema-desk';
import { readBulkChange } from '@/lib/bulk-change';
import { draftDifferences } from '@/lib/draft-difference';
import { draftFromEvent } from '@/lib/event-draft';
import { eventFromDraft } from '@/lib/event-from-draft';
import { comparedVersions, draftOfVersion } from '@/lib/event-versions';
import type { EventInput } from '@/lib/event';
import { noFilters } from '@/lib/filters';
import { countQueue, queueOptions, wholeQueue, type QueueQuery } from '@/lib/review-queue';
import { mustPropose } from '@/lib/workflow';
import { sampleEvents } from '../setup/arbitraries';
import { testDatabase } from '../setup/database';

const { db } = await testDatabase();
await db.insert(users).values([
  { id: 'ed', name: 'Ed', email: 'ed@example.org', role: 'editor' },
  { id: 'rev', name: 'Rev', email: 'rev@example.org', role: 'reviewer' },
]);
const [ed, rev] = [{ id: 'ed' }, { id: 'rev' }];
const [first, second] = sampleEvents(2, 31).map((event) => ({ ...event, links: [] }));

const total = async (): Promise<number> => (await readFacets(db, noFilters)).total;

describe('an event in review', () => {
  it('is seen by no reader until it is published, and goes back to its writer with a comment', async () => {
    const slug = await createEvent(db, { ...first!, status: 'in_review' }, ed);
    expect(await total()).toBe(0);
    expect(await listReview(db)).toMatchObject([{ kind: 'event', slug, by: 'Ed' }]);
    expect(await countReview(db)).toBe(1);
    expect(
      (await decideEvent(db, { slug, version: 1 }, { publish: false, why: 'Which source?' }, rev)).kind,
    ).toBe('saved');
    expect((await readEvent(db, slug))!.status).toBe('draft');
    expect(await commentsOn(db, slug)).toMatchObject([{ text: 'Which source?', by: 'Rev' }]);
    // It is a draft now: there is nothing to decide.
    expect((await decideEvent(db, { slug, version: 2 }, { publish: true }, rev)).kind).toBe('stale');
    const draft = (await readEvent(db, slug))!;
    await updateEvent(db, slug, 2, { ...inputOf(draft), status: 'in_review' }, ed);
    expect((await decideEvent(db, { slug, version: 2 }, { publish: true }, rev)).kind).toBe('stale');
    expect((await decideEvent(db, { slug, version: 3 }, { publish: true }, rev)).kind).toBe('saved');
    expect(await total()).toBe(1);
    expect(await countReview(db)).toBe(0);
  });
});

describe('a change proposed to a published event', () => {
  it('is not seen by readers until it is accepted, and is written as the next version', async () => {
    const slug = await createEvent(db, { ...second!, status: 'published' }, rev);
    const before = (await readEvent(db, slug))!;
    const changed = { ...inputOf(before), title: 'Another title' };
    expect((await propose(db, slug, 1, changed, ed)).kind).toBe('proposed');
    expect((await propose(db, slug, 1, { ...changed, title: 'A better title' }, ed)).kind).toBe('proposed');
    expect((await readEvent(db, slug))!.title).toBe(before.title);
    const [item, ...others] = await listReview(db);
    expect(others).toEqual([]);
    expect((await decideProposal(db, { id: item!.id!, seen: item!.at }, { accept: true }, rev)).kind).toBe(
      'saved',
    );
    expect(await readEvent(db, slug)).toMatchObject({
      title: 'A better title',
      version: 2,
      status: 'published',
    });
    expect((await decideProposal(db, { id: item!.id!, seen: item!.at }, { accept: true }, rev)).kind).toBe(
      'missing',
    );
  });

  it('is never written over what somebody has saved since, and no word of it is lost', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'third', status: 'published' }, rev);
    const before = inputOf((await readEvent(db, slug))!);
    await propose(db, slug, 1, { ...before, title: 'Proposed' }, ed);
    await updateEvent(db, slug, 1, { ...before, title: 'Saved since' }, rev);
    expect((await propose(db, slug, 1, before, ed)).kind).toBe('stale');
    const { id, at: seen } = (await listReview(db))[0]!;
    expect((await decideProposal(db, { id: id!, seen }, { accept: true }, rev)).kind).toBe('stale');
    expect((await readEvent(db, slug))!.title).toBe('Saved since');
    expect((await readProposal(db, id!))!.proposed.title).toBe('Proposed');
    expect((await decideProposal(db, { id: id!, seen }, { accept: false, why: 'Overtaken' }, rev)).kind).toBe(
      'saved',
    );
    expect(await countReview(db)).toBe(0);
    expect(await commentsOn(db, slug)).toMatchObject([{ text: 'Overtaken' }]);
    const trail = await db
      .select({ action: auditLog.action, before: auditLog.before, after: auditLog.after })
      .from(auditLog)
      .where(eq(auditLog.subject, `event:${slug}`))
      .orderBy(auditLog.seq);
    expect(trail.slice(1)).toMatchObject([
      { action: 'event.propose', before: { title: before.title }, after: { title: 'Proposed' } },
      { action: 'event.update' },
      { action: 'event.comment', after: { text: 'Overtaken' } },
      { action: 'event.return' },
    ]);
    // Its writer is offered it again, over the version that it was made over; nobody else is.
    expect(await proposalsOn(db, slug, 'ed')).toMatchObject([
      { id, state: 'returned', baseVersion: 1, proposed: { title: 'Proposed' } },
    ]);
    expect(await proposalsOn(db, slug, 'rev')).toEqual([]);
    await propose(db, slug, 2, { ...before, title: 'Proposed again' }, ed);
    const [waiting, ...others] = await proposalsOn(db, slug, 'ed');
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ state: 'open', proposed: { title: 'Proposed again' } });
    expect(await proposalsOn(db, slug, 'rev')).toMatchObject([{ id: waiting!.id, by: 'Ed' }]);
    await decideProposal(db, { id: waiting!.id, seen: waiting!.at }, { accept: true }, rev);
    expect(await proposalsOn(db, slug, 'ed')).toEqual([]);
  });

  it('is commented on once, however often the button is pressed', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'commented' }, rev);
    const said = await Promise.all(Array.from({ length: 5 }, () => comment(db, slug, 'Which one?', ed)));
    expect(said).toEqual(Array.from({ length: 5 }, () => true));
    await comment(db, slug, 'Which one?', rev);
    await comment(db, slug, 'The first', ed);
    expect((await commentsOn(db, slug)).map(({ text, by }) => `${by}: ${text}`)).toEqual([
      'Ed: Which one?',
      'Rev: Which one?',
      'Ed: The first',
    ]);
    expect(await comment(db, 'no-such', 'Which one?', ed)).toBe(false);
  });

  it('that was changed since it was read is not accepted unread', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'fifth', status: 'published' }, rev);
    const before = inputOf((await readEvent(db, slug))!);
    await propose(db, slug, 1, { ...before, title: 'As read' }, ed);
    const { id, at: seen } = (await listReview(db))[0]!;
    await propose(db, slug, 1, { ...before, title: 'Slipped in' }, ed);
    expect((await decideProposal(db, { id: id!, seen }, { accept: true }, rev)).kind).toBe('stale');
    expect((await readEvent(db, slug))!.title).toBe(before.title);
    const now = (await listReview(db))[0]!;
    await decideProposal(db, { id: now.id!, seen: now.at }, { accept: false, why: 'No' }, rev);
  });

  it('decided by many at once is decided once', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'fourth', status: 'published' }, rev);
    const before = inputOf((await readEvent(db, slug))!);
    await propose(db, slug, 1, { ...before, title: 'Once' }, ed);
    const { id, at: seen } = (await listReview(db))[0]!;
    const decided = await Promise.all(
      Array.from({ length: 10 }, () => decideProposal(db, { id: id!, seen }, { accept: true }, rev)),
    );
    expect(decided.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect((await readEvent(db, slug))!.version).toBe(2);
  });
});

describe('what waits', () => {
  it('is filtered and counted by what, who, pillar and type, and paged, the longest waiting first', async () => {
    const before = (await groupReview(db)).reduce((sum, { count }) => sum + count, 0);
    const make = (
      slug: string,
      by: { id: string },
      pillars: EventInput['pillars'],
      status: 'in_review' | 'published',
    ) => createEvent(db, { ...second!, slug, type: 'policy', pillars, status, externalIds: [] }, by);
    await make('queue-one', ed, ['prevent', 'pursue'], 'in_review');
    await make('queue-two', rev, ['pursue'], 'in_review');
    const live = inputOf((await readEvent(db, await make('queue-live', rev, ['prevent'], 'published')))!);
    await propose(db, 'queue-live', 1, { ...live, pillars: ['protect'], title: 'Queue proposal' }, ed);
    const groups = await groupReview(db);
    const asked = (query: Partial<QueueQuery>) => ({ ...wholeQueue, type: 'policy', ...query });
    for (const [query, slugs] of [
      [{ type: '' }, null],
      [{}, ['queue-one', 'queue-two', 'queue-live']],
      [{ kind: 'proposal' }, ['queue-live']],
      [{ kind: 'event', by: 'ed' }, ['queue-one']],
      [{ by: 'others' }, ['queue-one', 'queue-live']],
      // A proposal counts by what it would make of the event.
      [{ pillar: 'protect' }, ['queue-live']],
      [{ pillar: 'pursue' }, ['queue-one', 'queue-two']],
      [{ pillar: "'; drop table events; --" }, []],
    ] as const) {
      const found = await listReview(db, { query: asked(query), me: 'rev' });
      expect(countQueue(groups, asked(query), 'rev')).toBe(found.length);
      if (slugs) expect(found.map(({ slug }) => slug)).toEqual(slugs);
      else expect(found).toHaveLength(before + 3);
    }
    expect(queueOptions('by', groups, asked({ pillar: 'pursue', by: 'ed' }), 'rev')).toEqual([
      { code: 'others', label: 'Everybody but you', count: 1 },
      { code: 'ed', label: 'Ed', count: 1 },
      { code: 'rev', label: 'Rev (you)', count: 1 },
    ]);
    const paged: string[] = [];
    for (let after = ''; ;) {
      const rows = await listReview(db, { query: asked({}), after, limit: 1 });
      paged.push(rows[0]!.slug);
      if (rows.length < 2) break;
      after = rows[0]!.cursor;
    }
    expect(paged).toEqual(['queue-one', 'queue-two', 'queue-live']);
  });
});

describe('who has an event’s form open', () => {
  it('is known to others until it is left, or was not heard of for two minutes; nothing of it is kept', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'open-form', externalIds: [] }, ed);
    const others = async (me: string) =>
      (await whoElseHasOpen(db, [slug], me)).get(slug)?.map(({ name }) => name);
    await Promise.all([noteOpen(db, slug, 'ed'), noteOpen(db, slug, 'rev'), noteOpen(db, slug, 'ed')]);
    await noteOpen(db, 'no-such-event', 'ed');
    expect([await others('ed'), await others('rev')]).toEqual([['Rev'], ['Ed']]);
    await noteLeft(db, slug, 'rev');
    expect(await others('ed')).toBe(undefined);
    const [opened] = await db.select().from(openForms);
    await noteOpen(db, slug, 'ed');
    expect((await db.select().from(openForms))[0]!.since).toBe(opened!.since);
    await db.update(openForms).set({ seenAt: sql`now() - interval '2 minutes'` });
    expect(await others('rev')).toBe(undefined);
    await noteOpen(db, slug, 'rev');
    expect((await db.select().from(openForms)).map(({ userId }) => userId)).toEqual(['rev']);
    // It never locks.
    expect(
      (await updateEvent(db, slug, 1, { ...inputOf((await readEvent(db, slug))!), title: 'Saved' }, ed)).kind,
    ).toBe('saved');
  });
});

describe('an earlier version', () => {
  it('is kept whole, shown beside any other, and restored as a new version that keeps the status of now', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'versions', status: 'draft' }, ed);
    const one = (await readEvent(db, slug))!;
    const after = { ...inputOf(one), title: 'Retitled', tags: ['ports'], status: 'published' as const };
    await updateEvent(db, slug, 1, after, rev);
    const now = (await readEvent(db, slug))!;
    const [earlier, last] = [await readVersion(db, one.id, 1), await readVersion(db, one.id, 2)];
    expect(await readVersion(db, one.id, 3)).toBe(null);
    const fields = draftDifferences(draftFromEvent(last!), draftFromEvent(earlier!)).map(({ name }) => name);
    expect(fields).toEqual(['Title', 'Tags', 'Status']);
    // The form holds what it said; by whoever may only propose, it is a proposal like any other.
    const read = eventFromDraft(draftOfVersion(earlier!, now), slug);
    if ('errors' in read) throw new Error(JSON.stringify(read.errors));
    expect(read.event).toMatchObject({ title: one.title, status: 'published' });
    expect(mustPropose(now.status, { role: 'editor', fourEyes: false })).toBe(true);
    await propose(db, slug, 2, read.event, ed);
    expect((await readEvent(db, slug))!.title).toBe('Retitled');
    const item = (await listReview(db)).find((entry) => entry.slug === slug)!;
    await decideProposal(db, { id: item.id!, seen: item.at }, { accept: true }, rev);
    const restored = draftFromEvent((await readEvent(db, slug))!);
    expect(draftDifferences(restored, draftFromEvent(earlier!)).map(({ name }) => name)).toEqual(['Status']);
    // The trail names what was restored, by comparing; a change of the status alone restores nothing.
    const [entry] = await db
      .select({ detail: auditLog.detail })
      .from(auditLog)
      .where(and(eq(auditLog.subject, `event:${slug}`), eq(auditLog.action, 'event.update')))
      .orderBy(desc(auditLog.seq));
    expect(entry!.detail).toEqual({ restores: 'version 1' });
  });

  it('is compared with any other by the address, and what the address cannot mean is left out', () => {
    expect(comparedVersions('3', '1', 3)).toEqual({ from: 1, to: 3 });
    expect(comparedVersions('9', 'x', 3)).toEqual({ from: 2, to: 3 });
    expect(comparedVersions('1', '1', 1)).toBe(null);
  });
});

describe('many events changed at once', () => {
  const editor = { role: 'editor' as const, fourEyes: false };
  const make = (slug: string, status: 'draft' | 'published') =>
    createEvent(db, { ...second!, slug, status, tags: [], externalIds: [] }, rev);
  const seenOf = (...slugs: string[]) => new Map(slugs.map((slug) => [slug, 1]));

  it('are written in one revision, or proposed, or left and named; nothing saved since is overwritten', async () => {
    const [draft, live, moved] = [
      await make('bulk-draft', 'draft'),
      await make('bulk-live', 'published'),
      await make('bulk-moved', 'draft'),
    ];
    const change = readBulkChange('add-tag', ' Ports ');
    if ('problem' in change) throw new Error(change.problem);
    const preview = await planBulk(db, [draft, live, moved, 'no-such'], change, editor, 'ed');
    expect(preview.map(({ plan }) => plan?.kind)).toEqual(['write', 'propose', 'write']);
    const before = (await readEvent(db, moved))!;
    await updateEvent(db, moved, 1, { ...inputOf(before), title: 'Saved since' }, rev);
    const { changed, proposed, left } = await applyBulk(db, seenOf(draft, live, moved), change, editor, ed);
    expect([changed, proposed, left.map(({ slug }) => slug)]).toEqual([1, 1, [moved]]);
    expect(await readEvent(db, draft)).toMatchObject({ tags: ['ports'], version: 2 });
    expect(await readEvent(db, live)).toMatchObject({ tags: [], version: 1 });
    expect(await readEvent(db, moved)).toMatchObject({ tags: [], title: 'Saved since', version: 2 });
    expect((await readVersion(db, (await readEvent(db, draft))!.id, 2))!.tags).toEqual(['ports']);
    const [entry] = await db.select().from(auditLog).where(eq(auditLog.action, 'event.bulk'));
    expect(entry!.detail).toMatchObject({
      what: 'Add the tag ports',
      changed: [draft],
      proposed: [live],
      left: 1,
    });
    // A second one would take the place of the change that waits.
    const again = await applyBulk(
      db,
      seenOf(live),
      { code: 'confidence:disputed', tag: '', to: '' },
      editor,
      ed,
    );
    expect(again).toMatchObject({ changed: 0, proposed: 0, left: [{ slug: live }] });
  });

  it('have a tag replaced by another, which each has once', async () => {
    const [one, both] = [await make('bulk-old', 'draft'), await make('bulk-both', 'draft')];
    const put = async (slug: string, tags: string[]) =>
      updateEvent(db, slug, 1, { ...inputOf((await readEvent(db, slug))!), tags }, rev);
    await Promise.all([put(one, ['harbour', 'night']), put(both, ['harbour', 'harbours'])]);
    const counted = (await listTags(db, 100)).filter(({ tag }) => tag.startsWith('harbour'));
    expect(counted).toEqual([
      { tag: 'harbour', events: 2, published: 0 },
      { tag: 'harbours', events: 1, published: 0 },
    ]);
    const slugs = await slugsTagged(db, 'harbour', 10);
    expect(slugs.sort()).toEqual([both, one]);
    const change = readBulkChange('replace-tag', 'harbour', ' Harbours');
    if ('problem' in change) throw new Error(change.problem);
    const seen = new Map(slugs.map((slug) => [slug, 2]));
    expect((await applyBulk(db, seen, change, editor, ed)).changed).toBe(2);
    expect((await readEvent(db, one))!.tags).toEqual(['harbours', 'night']);
    expect((await readEvent(db, both))!.tags).toEqual(['harbours']);
    expect(readBulkChange('replace-tag', 'harbour', '')).toHaveProperty('field', 'to');
  });

  it('are never taken off the dashboard, nor put on it, by whoever may not', async () => {
    const live = await make('bulk-archive', 'published');
    const archive = { code: 'archive', tag: '', to: '' };
    expect(await applyBulk(db, seenOf(live), archive, editor, ed)).toMatchObject({
      changed: 0,
      left: [{ why: 'Only reviewers take an event off the dashboard' }],
    });
    const reviewer = { role: 'reviewer' as const, fourEyes: true };
    expect((await applyBulk(db, seenOf(live), archive, reviewer, rev)).changed).toBe(1);
    expect((await readEvent(db, live))!.status).toBe('archived');
    expect(readBulkChange('status:published', '')).toHaveProperty('problem');
    expect(readBulkChange('add-tag', 'two words')).toHaveProperty('problem');
  });
});

describe('whose work it is', () => {
  it('is of everyone who has saved it since readers last saw it', async () => {
    const slug = await createEvent(db, { ...second!, slug: 'sixth', status: 'draft' }, ed);
    const draft = inputOf((await readEvent(db, slug))!);
    await updateEvent(db, slug, 1, { ...draft, title: 'With a comma, more', status: 'in_review' }, rev);
    expect(await wroteUnpublished(db, slug, 'ed')).toBe(true);
    expect(await wroteUnpublished(db, slug, 'rev')).toBe(true);
    await decideEvent(db, { slug, version: 2 }, { publish: true }, rev);
    expect(await wroteUnpublished(db, slug, 'ed')).toBe(false);
  });
});

describe('readers', () => {
  it('get no link to what is not published', async () => {
    const draft = await createEvent(db, { ...second!, slug: 'a-secret-draft', status: 'draft' }, ed);
    const slug = await createEvent(
      db,
      { ...second!, slug: 'seventh', status: 'published', links: [draft] },
      rev,
    );
    const whole = (await readEvent(db, slug))!;
    expect(whole.links).toEqual([draft]);
    expect((await readEvents(db, [whole.id]))[0]!.links).toEqual([]);
  });
});
