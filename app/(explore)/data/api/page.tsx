import type { Metadata } from 'next';
import { OperationSection } from '@/app/_api/operation-section';
import { Link } from '@/app/_ui/link';
import { keyScopes } from '@/lib/api/key-scopes';
import { problemTypes } from '@/lib/api/problem-types';
import { API, operations } from '@/lib/api/routes';
import { env } from '@/lib/env';

export const metadata: Metadata = { title: 'The API' };

const byStatus = Object.entries(problemTypes).toSorted(([, a], [, b]) => a.status - b.status);

/** What can go wrong: where the type of each problem leads. */
function Problems() {
  return (
    <section>
      <h2 className="govuk-heading-m">Problems</h2>
      <p className="govuk-body">
        What goes wrong is said as application/problem+json (RFC 9457); its <code>type</code> leads here. So
        do the problems of files outside the API, at <code>/export/…</code> and the like; to a browser, whose
        Accept names HTML, those are said as a page.
      </p>
      <dl className="govuk-summary-list">
        {byStatus.map(([type, { status, title, means }]) => (
          <div key={type} id={`problem-${type}`} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">
              {status}: {title}
              <br />
              <code>{type}</code>
            </dt>
            <dd className="govuk-summary-list__value">{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The way to each operation. */
function Operations() {
  return (
    <nav aria-label="Operations">
      <ul className="govuk-list">
        {operations.map(({ id, method, path, summary }) => (
          <li key={id}>
            <a className="govuk-link" href={`#${id}`}>
              {summary}
            </a>{' '}
            <code>
              {method} {path}
            </code>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How programs use the record: made from the table of operations, as the OpenAPI document is. */
export default function ApiPage() {
  const base = `${env().PUBLIC_URL}${API}`;
  return (
    <div className="pw-prose">
      <nav className="pw-siblings" aria-label="Data">
        <Link href="/data">Data</Link>
        <Link href="/data/codebook">Codebook</Link>
        <Link href="/data/api" aria-current="page">
          API
        </Link>
      </nav>
      <h1 className="pw-heading">The API</h1>
      <p className="govuk-body">
        Programs read the record, and with a key change it, at <code>{base}</code>. Answers are JSON. The same
        as an{' '}
        <a className="govuk-link" href={`${API}/openapi.json`}>
          OpenAPI 3.1 document
        </a>
        .
      </p>
      <Operations />
      <h2 className="govuk-heading-m">Keys</h2>
      <p className="govuk-body">
        Reading what is published needs no key. To write, an admin makes one; send it as{' '}
        <code>Authorization: Bearer pw_…</code>. A key has scopes, and can do no more than the person who
        answers for it:
      </p>
      <dl className="govuk-summary-list">
        {keyScopes.map(({ code, definition }) => (
          <div key={code} className="govuk-summary-list__row">
            <dt className="govuk-summary-list__key">
              <code>{code}</code>
            </dt>
            <dd className="govuk-summary-list__value">{definition}</dd>
          </div>
        ))}
      </dl>
      <h2 className="govuk-heading-m">Versions and limits</h2>
      <p className="govuk-body">
        Every answer has an ETag: send it back as If-None-Match and an unchanged answer comes as 304. Writes
        name the version that they change in If-Match. RateLimit says how many requests are left in the
        minute; after 429, wait as Retry-After says. The examples of writing can be run one after the other.
      </p>
      {operations.map((operation) => (
        <OperationSection key={operation.id} operation={operation} base={base} />
      ))}
      <Problems />
    </div>
  );
}
