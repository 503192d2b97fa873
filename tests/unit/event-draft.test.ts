import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftDifferences } from '@/lib/draft-difference';
import { OWN_SET, slugFrom } from '@/lib/event';
import {
  draftFromEvent,
  draftFromForm,
  emptyDraft,
  groupKeys,
  withGroupChange,
  withoutBlankRows,
  type EventDraft,
  type Group,
} from '@/lib/event-draft';
import { eventFromDraft } from '@/lib/event-from-draft';
import { wordDifference } from '@/lib/word-difference';
import { anyStoredEvent, sampleEvents } from '../setup/arbitraries';
import { formOf } from '../setup/event-form';

const [sample] = sampleEvents(1, 11);
const draftWith = (change: Partial<EventDraft>): EventDraft => ({ ...draftFromEvent(sample!), ...change });

/** The errors by control: what the person sees where. */
function errorsOf(draft: EventDraft): Record<string, string> {
  const read = eventFromDraft(draft);
  return 'errors' in read
    ? Object.fromEntries(read.errors.map(({ field, message }) => [field, message]))
    : {};
}

describe('the form of an event', () => {
  it('loses and changes nothing of any event on its way through the browser and back', () => {
    fc.assert(
      fc.property(anyStoredEvent, (event) => {
        const sent = draftFromForm(formOf(draftFromEvent(event)));
        const read = eventFromDraft(sent, event.slug);
        // The set is no field of the form: what is typed here is of the desk's own.
        expect('event' in read && read.event).toEqual({ ...event, sourceSet: OWN_SET });
      }),
    );
  });

  it('gives back just what was typed, also where it is no event', () => {
    const row = (group: Group) =>
      fc.record(Object.fromEntries(groupKeys[group].map((key) => [key, fc.string()])));
    const texts = Object.fromEntries(Object.keys(emptyDraft()).map((key) => [key, fc.string()]));
    const groups = Object.fromEntries(
      Object.keys(groupKeys).map((group) => [group, fc.array(row(group as Group), { maxLength: 3 })]),
    );
    const anyDraft = fc.record({
      ...texts,
      ...groups,
      pillars: fc.array(fc.string(), { maxLength: 4 }),
    }) as unknown as fc.Arbitrary<EventDraft>;
    const clean = (draft: EventDraft): unknown =>
      JSON.parse(JSON.stringify(draft).replaceAll(/\\u0000|\\r(?=\\n)/g, ''));
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { pillars: _sent, ...sent } = draftFromForm(formOf(draft));
        const { pillars: _typed, ...typed } = draft;
        expect(sent).toEqual(clean(typed as EventDraft));
        const read = eventFromDraft(draft);
        expect('errors' in read ? read.errors.length : 0).toBeGreaterThan(0);
      }),
    );
  });

  it('names the control for each error, and tells all of them at once', () => {
    const errors = errorsOf(emptyDraft());
    expect(Object.keys(errors)).toEqual([
      'title',
      'summary',
      'type',
      'pillars',
      'when',
      'region',
      'sources.0.title',
      'confidence',
    ]);
    expect(errors.when).toBe('Enter when it happened');
  });

  it.each<[string, Partial<EventDraft>, RegExp]>([
    ['when', { when: 'the other day' }, /“the other day” is not a date we can read/],
    ['region', { region: 'Korea' }, /North Korea or South Korea/],
    ['origin', { origin: 'Atlantis' }, /Atlantis/],
    ['tags', { tags: 'good, not good!' }, /Tags/],
    ['links', { links: 'https://x.example/events/Bad_One' }, /addresses of events/],
    [
      'sources.1.publishedOn',
      {
        sources: [
          ...draftFromEvent(sample!).sources.slice(0, 1),
          { ...emptyDraft().sources[0]!, title: 'T', publishedOn: 'March 2020' },
        ],
      },
      /23 March 2020/,
    ],
    ['actors.0.role', { actors: [{ name: 'Police', role: '' }] }, /role/],
    ['measures.0.value', { measures: [{ measure: 'killed', value: 'many', unit: 'people' }] }, /number/],
    [
      'externalIds.0.scheme',
      { externalIds: [{ scheme: 'pillarwatch-seed', value: 'x' }] },
      /Pillarwatch itself/,
    ],
  ])('refuses a wrong %s', (field, change, message) => {
    const errors = errorsOf(draftWith(change));
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]).toMatch(message);
  });

  it('takes dates of sources as people write them, and links by address', () => {
    const [source] = draftFromEvent(sample!).sources;
    const read = eventFromDraft(
      draftWith({
        sources: [{ ...source!, publishedOn: '3 April 2020' }],
        links:
          'http://localhost:3000/events/one-2020?saved=1\nhttps://x.example/admin/events/two-2020\nthree-2020',
      }),
    );
    expect(read).toMatchObject({
      event: { sources: [{ publishedOn: '2020-04-03' }], links: ['one-2020', 'two-2020', 'three-2020'] },
    });
  });

  it('names an event by its title and year', () => {
    const read = eventFromDraft(draftWith({ title: 'Élan: a test', when: 'mid-March 2021' }));
    expect(read).toMatchObject({ event: { slug: slugFrom('Élan: a test', '2021-03-11') } });
  });

  it('keeps its own identifiers out of the form', () => {
    const externalIds = [
      { scheme: 'acled', value: '1' },
      { scheme: 'pillarwatch-form', value: '2' },
    ];
    expect(draftFromEvent({ ...sample!, externalIds }).externalIds).toEqual([
      { scheme: 'acled', value: '1' },
    ]);
  });
});

describe('rows', () => {
  it('come where they are added, and only the one asked for goes', () => {
    const base = draftWith({ actors: [] });
    const two = withGroupChange(withGroupChange(base, 'actors', 'add'), 'actors', 'add');
    const named = {
      ...two,
      actors: [
        { name: 'A', role: 'donor' },
        { name: 'B', role: 'other' },
      ],
    };
    expect(two.actors).toHaveLength(2);
    expect(withGroupChange(named, 'actors', 0).actors).toEqual([{ name: 'B', role: 'other' }]);
    expect(withGroupChange(named, 'actors', 9)).toEqual(named);
  });

  it('are dropped where they are blank, so that errors stand at the rows that remain', () => {
    const [blank] = emptyDraft().sources;
    const draft = withoutBlankRows(draftWith({ sources: [blank!, { ...blank!, author: 'No title' }] }));
    expect(draft.sources).toHaveLength(1);
    expect(Object.keys(errorsOf(draft))).toEqual(['sources.0.title']);
    expect(withoutBlankRows(emptyDraft()).sources).toHaveLength(1);
  });
});

describe('draftDifferences', () => {
  it('finds none in the same event and every changed field in its own words', () => {
    fc.assert(
      fc.property(anyStoredEvent, (event) => {
        expect(draftDifferences(draftFromEvent(event), draftFromEvent(event))).toEqual([]);
      }),
    );
    const mine = draftWith({
      type: 'aid_shipment',
      pillars: ['prevent'],
      when: 'March 2020',
      actors: [{ name: 'A', role: 'donor' }],
    });
    const theirs = draftWith({
      type: 'attack',
      pillars: ['prevent', 'protect'],
      when: 'March 2020',
      actors: [],
    });
    expect(draftDifferences(mine, theirs)).toEqual([
      { field: 'type', name: 'Type', mine: 'Aid shipment', theirs: 'Attack' },
      { field: 'pillars', name: 'Pillars', mine: 'Prevent', theirs: 'Prevent\nProtect' },
      { field: 'actors.0.name', name: 'Actors', mine: 'A, Donor', theirs: '' },
    ]);
  });
});

describe('wordDifference', () => {
  const word = fc.constantFrom('a', 'port', 'closed', 'on', 'Friday', ' ', '\n', '  ', '.');

  it('is both texts, piece by piece, and keeps what is the same', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { maxLength: 30 }), (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')];
        const pieces = wordDifference(before, after);
        const side = (but: string) =>
          pieces.flatMap(({ text, in: where }) => (where === but ? [] : text)).join('');
        expect([side('after'), side('before')]).toEqual([before, after]);
      }),
    );
    expect(wordDifference('A port in Kent closed.', 'A port in Essex closed.')).toEqual([
      { text: 'A port in ', in: 'both' },
      { text: 'Kent', in: 'before' },
      { text: 'Essex', in: 'after' },
      { text: ' closed.', in: 'both' },
    ]);
  });
});
