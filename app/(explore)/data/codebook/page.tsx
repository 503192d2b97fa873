import type { Metadata } from 'next';
import { TermTable } from '@/app/_events/term-table';
import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import { database } from '@/db/client';
import { readExamples } from '@/db/examples';
import { readUnits, reliabilityOf } from '@/db/seed/reliability';
import type { Agreement } from '@/lib/agreement';
import {
  confidenceTerms,
  credibilityTerms,
  markingTerms,
  measureTerms,
  pillars,
  pillarTerms,
  precisionTerms,
  reliabilityTerms,
  roleTerms,
  typeTerms,
  type Term,
} from '@/lib/vocabulary';

/** Never made at build time: the record changes. */
export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Codebook',
  description: 'How text becomes events, and what every word of the filters means, each with an event.',
};

const pillarMark = (code: string) => {
  const pillar = pillars.find((one) => one === code);
  return pillar && <PillarMark pillar={pillar} />;
};

interface List {
  id: string;
  title: string;
  about: string;
  terms: readonly Term[];
  by: keyof Awaited<ReturnType<typeof readExamples>>;
}

const lists: List[] = [
  {
    id: 'types',
    title: 'Types of event',
    about:
      'One for each event: the act itself, not what it is about. A statement about an attack is no attack.',
    terms: typeTerms,
    by: 'type',
  },
  {
    id: 'pillars',
    title: 'Pillars',
    about:
      'One to four for each event: every strand of Contest on which the event itself bears, not those that it might come to matter for.',
    terms: pillarTerms,
    by: 'pillar',
  },
  {
    id: 'dates',
    title: 'How exactly a date is known',
    about:
      'Dates are two days between which the event lies. What is not known is never filled in: “March 2020” is the whole month, and a happening that is dated only by the report of it stands on the day of that report, hollow on the timeline and hatched in the charts.',
    terms: precisionTerms,
    by: 'precision',
  },
  {
    id: 'confidence',
    title: 'Confidence',
    about: 'How sure it is that it happened, by who says so.',
    terms: confidenceTerms,
    by: 'confidence',
  },
  {
    id: 'roles',
    title: 'Roles of actors',
    about: 'Who took part, and how.',
    terms: roleTerms,
    by: 'role',
  },
  {
    id: 'measures',
    title: 'Measures',
    about: 'Numbers that the source itself gives for the event, with their unit; none is worked out.',
    terms: measureTerms,
    by: 'measure',
  },
  {
    id: 'reliability',
    title: 'Reliability of a source',
    about: 'Admiralty system (NATO AJP-2.1), where an editor has judged the source; else not given.',
    terms: reliabilityTerms,
    by: 'reliability',
  },
  {
    id: 'credibility',
    title: 'Credibility of information',
    about: 'Admiralty system (NATO AJP-2.1), where an editor has judged the information; else not given.',
    terms: credibilityTerms,
    by: 'credibility',
  },
  {
    id: 'marking',
    title: 'Protective marking',
    about: 'Government Security Classifications Policy; this tool holds nothing above OFFICIAL.',
    terms: markingTerms,
    by: 'marking',
  },
];

function AgreementTable({ rows }: { rows: readonly (readonly [string, Agreement])[] }) {
  return (
    <table className="govuk-table pw-terms pw-terms--numbers">
      <caption className="govuk-table__caption govuk-visually-hidden">Agreement of the two readers</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            Field
          </th>
          <th scope="col" className="govuk-table__header govuk-table__header--numeric">
            Same
          </th>
          <th scope="col" className="govuk-table__header govuk-table__header--numeric">
            Cohen’s kappa
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map(([name, { agreed, kappa }]) => (
          <tr key={name} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {name}
            </th>
            <td className="govuk-table__cell govuk-table__cell--numeric">{(agreed * 100).toFixed(1)}%</td>
            <td className="govuk-table__cell govuk-table__cell--numeric">
              {kappa === null ? 'not defined' : kappa.toFixed(2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contents() {
  const entries = [
    { id: 'event', title: 'What is an event' },
    ...lists,
    { id: 'readers', title: 'How far two readers agree' },
  ];
  return (
    <nav aria-labelledby="contents">
      <h2 className="govuk-heading-s" id="contents">
        On this page
      </h2>
      <ul className="govuk-list pw-contents">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WhatIsAnEvent() {
  return (
    <section aria-labelledby="event">
      <h2 className="govuk-heading-m" id="event">
        What is an event
      </h2>
      <p className="govuk-body">
        One thing that happened, or was announced, published, decided or measured. It is coded where all three
        hold:
      </p>
      <ol className="govuk-list govuk-list--number">
        <li>it is a concrete happening, not a forecast or a general argument;</li>
        <li>
          its source, or a footnote of it, dates it at least to a year, or tells it as recent on a known day;
        </li>
        <li>it bears on the threat, on the pandemic response, or on the security and political response.</li>
      </ol>
      <p className="govuk-body">
        The same happening in two sources is one event with two sources. Events that start before 1 December
        2019 are tagged “background”. The place is where the event took effect, the smallest that holds all of
        it; what crossed a border has a place of origin too.
      </p>
    </section>
  );
}

function Readers() {
  const { coverage, rows } = reliabilityOf(readUnits());
  return (
    <section aria-labelledby="readers">
      <h2 className="govuk-heading-m" id="readers">
        How far two readers agree
      </h2>
      <p className="govuk-body">
        Two readers (language models in separate sessions, under one written instruction) coded the nine
        articles without seeing each other’s work: {coverage.a} and {coverage.b} happenings, {coverage.both}{' '}
        of them found by both. A third settled the differences by written rules. Of the happenings found by
        both, before that:
      </p>
      <AgreementTable rows={rows} />
    </section>
  );
}

/** How text becomes events: every definition, with an event of the record that shows it. */
export default async function CodebookPage() {
  const examples = await readExamples(database());
  return (
    <div className="pw-prose">
      <nav className="pw-siblings" aria-label="Data">
        <Link href="/data">Data</Link>
        <Link href="/data/codebook" aria-current="page">
          Codebook
        </Link>
        <Link href="/data/api">API</Link>
      </nav>
      <h1 className="pw-heading">Codebook</h1>
      <p className="pw-sentence">
        How text becomes dated events, and what every word of the filters means, each with an event that shows
        it.
      </p>
      <Contents />
      <WhatIsAnEvent />
      {lists.map(({ id, title, about, terms, by }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="govuk-heading-m" id={id}>
            {title}
          </h2>
          <p className="govuk-body">{about}</p>
          <TermTable
            caption={title}
            terms={terms}
            examples={examples[by]}
            markOf={by === 'pillar' ? pillarMark : undefined}
          />
        </section>
      ))}
      <Readers />
    </div>
  );
}
