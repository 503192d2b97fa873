import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { BlockTable } from '@/app/_ui/block-table';
import { Link } from '@/app/_ui/link';
import { database } from '@/db/client';
import { listTags, type TagCount } from '@/db/tags';
import { countOf, formatCount } from '@/lib/numbers';
import { places } from '@/lib/places';
import { confidenceTerms, measureTerms, pillarTerms, roleTerms, typeTerms } from '@/lib/vocabulary';

export const metadata: Metadata = { title: 'Vocabulary' };

/** More tags than anybody can look through. */
const MOST = 500;
const columns = ['Tag', 'Events', 'Published', 'Action'] as const;

/** The lists of words that come with the product, and where each is explained. */
const fixed = [
  { name: 'types of event', terms: typeTerms, href: '/data/codebook#types' },
  { name: 'pillars', terms: pillarTerms, href: '/data/codebook#pillars' },
  { name: 'grades of confidence', terms: confidenceTerms, href: '/data/codebook' },
  { name: 'roles of actors', terms: roleTerms, href: '/data/codebook' },
  { name: 'measures', terms: measureTerms, href: '/data/codebook' },
];

const bulkHref = (tag: string, doing: string): string =>
  `/admin/events/bulk?${new URLSearchParams({ tagged: tag, do: doing, tag })}`;

function Tags({ rows }: { rows: readonly TagCount[] }) {
  return (
    <BlockTable
      caption="Tags in use, the commonest first"
      columns={columns}
      rows={rows}
      keyOf={({ tag }) => tag}
      cellsOf={({ tag, events, published }) => ({
        Tag: tag,
        Events: formatCount(events),
        Published: formatCount(published),
        Action: (
          <div className="pw-admin-actions">
            <Link className="govuk-link" href={bulkHref(tag, 'replace-tag')}>
              Rename or merge<span className="govuk-visually-hidden"> {tag}</span>
            </Link>
            <Link className="govuk-link" href={bulkHref(tag, 'remove-tag')}>
              Remove<span className="govuk-visually-hidden"> {tag}</span>
            </Link>
          </div>
        ),
      })}
    />
  );
}

/** The words by which events are filed: those that are free, to be put in order, and those that are the product's; for admins. */
export default async function VocabularyPage() {
  await requireUser('vocabulary.manage', '/admin/vocabulary');
  const found = await listTags(database(), MOST + 1);
  const rows = found.slice(0, MOST);
  return (
    <>
      <h1 className="pw-heading">Vocabulary</h1>
      <h2 className="govuk-heading-m">Tags</h2>
      <p className="govuk-body">
        Editors make tags by typing them. To rename one, or to merge it with another, replace it: the next
        page shows each event before anything is written.
        {found.length > MOST && ` Only the ${MOST} commonest are listed.`}
      </p>
      {rows.length > 0 ? <Tags rows={rows} /> : <p className="govuk-body">No event has a tag yet.</p>}
      <h2 className="govuk-heading-m pw-later">Words of the product</h2>
      <p className="govuk-body">
        What follows is counted, exported and imported by everybody in the same way, so it comes with the
        product and changes with a new version of it. The codebook defines each word with an example.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {fixed.map(({ name, terms, href }) => (
          <li key={name}>
            {terms.length}{' '}
            <Link className="govuk-link" href={href}>
              {name}
            </Link>
          </li>
        ))}
        <li>
          {countOf(places.length, 'place')}: the world, its regions by the UN’s list (M49), countries, nations
          and English regions, each found by its common names too
        </li>
        <li>
          <Link className="govuk-link" href="/admin/import-rules">
            Rules of the formats of files
          </Link>
          : what type and pillars their rows get; those can be changed
        </li>
      </ul>
    </>
  );
}
