import type { Metadata } from 'next';
import { requireUser } from '@/app/_auth/session';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { Link } from '@/app/_ui/link';
import { listForAdmin } from '@/db/admin-events';
import { planBulk } from '@/db/bulk';
import { database } from '@/db/client';
import { slugsTagged } from '@/db/tags';
import { BULK_MOST, bulkWords, readBulkChange } from '@/lib/bulk-change';
import { env } from '@/lib/env';
import { isSlug } from '@/lib/event';
import { countOf } from '@/lib/numbers';
import { statuses } from '@/lib/vocabulary';
import { BulkApply } from '../../_bulk/bulk-apply';
import { BulkForm } from '../../_bulk/bulk-form';
import { BulkTable } from '../../_bulk/bulk-table';

export const metadata: Metadata = { title: 'Change several events' };

type Query = Record<string, string | string[] | undefined>;
const one = (query: Query, key: string): string =>
  ([query[key]].flat()[0] ?? '').replaceAll('\0', '').trim().slice(0, 200);

/** The selected events by their slugs, and the selection as the address has it: the chosen ones, those with a tag, or all that match. */
async function readSelection(query: Query) {
  const tagged = one(query, 'tagged');
  if (tagged) {
    const slugs = await slugsTagged(database(), tagged, BULK_MOST + 1);
    return { slugs, more: slugs.length > BULK_MOST, selection: [['tagged', tagged] as const] };
  }
  if (!one(query, 'all')) {
    const slugs = [...new Set([query.event].flat())].filter(
      (slug): slug is string => slug !== undefined && isSlug(slug),
    );
    const list = (['q', 'status'] as const).map((name) => [name, one(query, name)] as const);
    return {
      slugs,
      more: slugs.length > BULK_MOST,
      selection: [...list, ...slugs.map((slug) => ['event', slug] as const)],
    };
  }
  const [q, status] = [one(query, 'q'), statuses.find((code) => code === one(query, 'status')) ?? null];
  const rows = await listForAdmin(database(), { q, status, after: null }, BULK_MOST);
  const slugs = rows.map(({ slug }) => slug);
  const selection = [['all', 'yes'], ['q', q], ['status', status ?? '']] as const; // prettier-ignore
  return { slugs, more: slugs.length > BULK_MOST, selection };
}

/** Many events changed at once: what to do, and what would become of each before anything is written. */
export default async function BulkPage({ searchParams }: PageProps<'/admin/events/bulk'>) {
  const user = await requireUser('events.edit', '/admin/events');
  const query = await searchParams;
  const { slugs, more, selection } = await readSelection(query);
  // The page of tags leads here before it is said what replaces one: that is no error yet.
  const asked = query.do !== undefined && (query.do !== 'replace-tag' || query.to !== undefined);
  const read = readBulkChange(one(query, 'do'), one(query, 'tag'), one(query, 'to'));
  const problem = asked && 'problem' in read ? read : null;
  const change = asked && !('problem' in read) ? read : null;
  const mover = { role: user.role, fourEyes: env().FOUR_EYES === 'on' };
  const rows = await planBulk(database(), slugs, change, mover, user.id);
  const count = rows.filter(({ plan }) => plan && 'after' in plan).length;
  const back = `/admin/events?${new URLSearchParams({ q: one(query, 'q'), status: one(query, 'status') })}`;
  const caption = `${countOf(rows.length, 'event')} selected${change ? `. ${bulkWords(change)}: nothing is written yet` : ''}`;
  return (
    <>
      {problem && <ErrorSummary errors={[{ field: problem.field, message: problem.problem }]} />}
      <h1 className="pw-heading">Change several events</h1>
      <p className="govuk-body">
        <Link className="govuk-link" href={back}>
          Back to the list
        </Link>
      </p>
      {more && (
        <p className="govuk-inset-text">
          More than {BULK_MOST} events match. Only the first {BULK_MOST}, last changed first, are taken:
          change them, then come again, or search for fewer.
        </p>
      )}
      <BulkApply
        // Another question is another preview; a write that changes what matches keeps the answer to it.
        key={JSON.stringify(query)}
        {...{ change, back }}
        seen={rows.map(({ event }) => `${event.slug} ${event.version}`).join('\n')}
        count={count}
      >
        {rows.length === 0 ? (
          <p className="govuk-body">
            No event is selected. Tick some in the list, then choose “Change selected”.
          </p>
        ) : (
          <>
            <BulkForm
              selection={selection}
              code={one(query, 'do')}
              tag={one(query, 'tag')}
              to={one(query, 'to')}
              problem={problem}
            />
            <BulkTable rows={rows} caption={caption} />
          </>
        )}
      </BulkApply>
    </>
  );
}
