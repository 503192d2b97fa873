import Link from 'next/link';
import { parseStudy, studyHref } from '@/lib/event-study/study-question';
import { isFiltered, noFilters, withFilters, type Filters } from '@/lib/filters';

const plain = parseStudy(new URLSearchParams()).question;
/** Where the reader has chosen no place, lockdowns at home are meant. */
const HOME = 'GB';

/** The questions that can be asked of the events in view, with their filters carried. */
export function AskLinks({ filters }: { filters: Filters }) {
  const asked = withFilters(filters, { asOf: null });
  const lockdowns = withFilters(noFilters, {
    type: ['lockdown'],
    region: filters.region.length > 0 ? filters.region : [HOME],
  });
  const links = isFiltered(asked)
    ? [
        {
          label: 'before and after lockdowns',
          href: studyHref({ ...plain, anchors: lockdowns, outcome: asked }),
        },
        { label: 'before and after these events', href: studyHref({ ...plain, anchors: asked }) },
      ]
    : [{ label: 'before and after', href: '/before-after' }];
  return (
    <p className="pw-ask-links">
      Ask:{' '}
      {links.map(({ label, href }, i) => (
        <span key={href}>
          {i > 0 && ', '}
          <Link href={href} prefetch={false}>
            {label}
          </Link>
        </span>
      ))}
    </p>
  );
}
