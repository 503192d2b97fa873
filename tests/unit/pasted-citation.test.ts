import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayFromNumber, formatDay } from '@/lib/days';
import { sourceCitation } from '@/lib/citation';
import { sourceSchema } from '@/lib/event';
import { emptyDraft } from '@/lib/event-draft';
import { withPastedSource } from '@/lib/paste/pasted-source';
import { readCitation } from '@/lib/paste/pasted-citation';

const GOV = 'https://www.gov.uk/government/news/a-b-c';

/** Text, what it is read as, and what is left; made-up works. */
const examples: [string, Record<string, string>, string][] = [
  [
    `Home Office (2020) Guidance on crowded places. London: Home Office. Available at: ${GOV} (Accessed: 5 May 2020).`,
    { author: 'Home Office', title: 'Guidance on crowded places', publisher: 'Home Office', url: GOV, accessedOn: '5 May 2020' },
    '2020\nLondon',
  ],
  [
    'Smith, J. A., & Jones, B. (2020, March 23). Crowds and care: A study. Harbour Press. https://doi.org/10.1234/ab.(c)5',
    { author: 'Smith, J. A., & Jones, B.', publishedOn: '23 March 2020', title: 'Crowds and care: A study', publisher: 'Harbour Press', url: 'https://doi.org/10.1234/ab.(c)5' },
    '',
  ],
  [
    'Smith, J. (2020) ‘The harbour’s year’, Journal of Harbours, 12(3), pp. 45–67. doi:10.1234/xyz.',
    { author: 'Smith, J.', title: 'The harbour’s year', publisher: 'Journal of Harbours', url: 'https://doi.org/10.1234/xyz' },
    '2020\n12(3), pp. 45–67',
  ],
  [
    '12. Jane Doe, "Ports reopen," The Guardian, March 23, 2020, https://www.theguardian.com/uk/2020/mar/23/ports.',
    { author: 'Jane Doe', title: 'Ports reopen', publisher: 'The Guardian', publishedOn: '23 March 2020', url: 'https://www.theguardian.com/uk/2020/mar/23/ports' },
    '12',
  ],
  [
    `Home Office, ‘Ports: a plan’ (GOV.UK, 23 March 2020) <${GOV}> accessed 5 May 2020`,
    { author: 'Home Office', title: 'Ports: a plan', publisher: 'GOV.UK', publishedOn: '23 March 2020', url: GOV, accessedOn: '5 May 2020' },
    '',
  ],
  [
    'HM Government, A Plan for Ports (London: HM Government, 2018), p. 12',
    { author: 'HM Government', title: 'A Plan for Ports', publisher: 'HM Government', page: '12' },
    'London\n2018',
  ],
  [
    'A plan for 23 March 2020 in ports\nFrom: Home Office\nPublished 23 March 2020\nLast updated 5 May 2020',
    { title: 'A plan for 23 March 2020 in ports', publisher: 'Home Office', publishedOn: '23 March 2020' },
    'Last updated 5 May 2020',
  ],
  ['Ports reopen | Harbour News', { title: 'Ports reopen', publisher: 'Harbour News' }, ''],
  [
    'https://www.bbc.co.uk/news/2020-03-23/uk-ports-will-reopen',
    { url: 'https://www.bbc.co.uk/news/2020-03-23/uk-ports-will-reopen', publisher: 'BBC', publishedOn: '23 March 2020', title: 'UK ports will reopen' },
    '',
  ],
  [
    'Doe, J. (2020) ‘Ports reopen’, Harbour News, 28 October. Available at: https://www.harbour.example/a (Accessed: 3 May 2021).',
    { author: 'Doe, J.', title: 'Ports reopen', publisher: 'Harbour News', publishedOn: '28 October 2020', url: 'https://www.harbour.example/a', accessedOn: '3 May 2021' },
    '',
  ],
  [
    'Home Office (2018) A strategy for ports. Cm 9608. London: HMSO.',
    { author: 'Home Office', title: 'A strategy for ports', publisher: 'HMSO' },
    '2018\nCm 9608. London',
  ],
  [
    'Home Office, A Strategy for Ports (Cm 9608, 2018) 23',
    { author: 'Home Office', title: 'A Strategy for Ports', publisher: 'Cm 9608' },
    '2018) 23',
  ],
  [
    'Jane Doe, Ports: A History (Harbour Press 2001) 12',
    { author: 'Jane Doe', title: 'Ports: A History', publisher: 'Harbour Press' },
    '2001) 12',
  ],
  ['Ports and Harbours Act 2019, s 3', { title: 'Ports and Harbours Act 2019' }, 's 3'],
  [
    'https://www.bbc.co.uk/news/uk-england-kent-53123975',
    { url: 'https://www.bbc.co.uk/news/uk-england-kent-53123975', publisher: 'BBC' },
    '',
  ],
  [
    'https://assets.publishing.service.gov.uk/media/5e7b/plan-for-uk-ports.pdf',
    { url: 'https://assets.publishing.service.gov.uk/media/5e7b/plan-for-uk-ports.pdf', publisher: 'GOV.UK', title: 'Plan for UK ports' },
    '',
  ],
  ['doi: 10.1234/xyz', { url: 'https://doi.org/10.1234/xyz' }, ''],
  ['Home Office, Ports, a plan', {}, 'Home Office, Ports, a plan'],
  ['javascript:alert(1)', { title: 'javascript:alert(1)' }, ''],
]; // prettier-ignore

/** Every letter and digit, wherever it stands. */
const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...examples.map(([text]) => text)),
  fc.constantFrom('“', '”', "'", '"', '(', ')', '(2020)', '. ', ', ', '\n', ' | ', '3/4/2020', '10.1234/x', 'www.a.b/c', 'accessed ', 'p. 3', '\uE000'),
); // prettier-ignore

describe('a pasted citation', () => {
  it.each(examples)('is read from its text: %s', (text, fields, rest) => {
    const read = readCitation(text);
    expect(read.fields).toEqual(fields);
    expect(read.rest).toBe(rest);
  });

  it('never throws and never loses a word, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const { understood, rest, fields } = readCitation(text);
        expect(letters([...understood.map((one) => one.text), rest].join('\n'))).toBe(letters(text));
        // What is in a field is what the text says, letter for letter.
        for (const { field, text: said } of understood)
          if (field === 'title' || field === 'author' || field === 'publisher')
            expect(fields[field]).toBe(said.replaceAll('\n', ' '));
      }),
    );
  });

  it('fills an empty source, else a new one, and keeps what it could not read', () => {
    const first = withPastedSource(emptyDraft(), examples[0]![0]);
    expect(first).toMatchObject({ row: 0, left: examples[0]![2] });
    const second = withPastedSource(first.draft, 'Home Office, Ports, a plan');
    expect(second.draft).toEqual(first.draft);
    expect(second.row).toBe(null);
    const third = withPastedSource(first.draft, 'Ports reopen | Harbour News');
    expect(third.draft.sources.map(({ title }) => title)).toEqual([
      'Guidance on crowded places',
      'Ports reopen',
    ]);
  });

  it('of ours comes back as the source that it cites', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{1,8}(?: [A-Za-z][a-z]{1,8}){0,4}$/);
    const day = fc.integer({ min: 10_957, max: 21_900 }).map(dayFromNumber);
    const blank = sourceSchema.parse({ title: 'x' });
    fc.assert(
      fc.property(name, name, name, day, (author, title, publisher, publishedOn) => {
        const source = { ...blank, author, title, publisher, publishedOn };
        expect(readCitation(sourceCitation(source, null))).toMatchObject({
          fields: { author, title, publisher, publishedOn: formatDay(publishedOn) },
          rest: '',
        });
      }),
    );
  });
});
