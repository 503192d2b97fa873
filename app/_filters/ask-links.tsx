import { Link } from '@/app/_ui/link';
import { parseStudy, studyHref, withAsOf, type StudyQuestion } from '@/lib/event-study/study-question';
import { compareHref } from '@/lib/compare/compare-question';
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
  const nothing = withFilters(noFilters, { asOf: filters.asOf });
  const hrefOf = (question: StudyQuestion): string => studyHref(withAsOf(question, filters.asOf));
  const links = isFiltered(asked)
    ? [
        {
          label: 'before and after lockdowns',
          href: hrefOf({ ...plain, anchors: lockdowns, outcome: asked }),
        },
        { label: 'before and after these events', href: hrefOf({ ...plain, anchors: asked }) },
        { label: 'compare these events with others', href: compareHref({ a: filters, b: nothing }) },
      ]
    : [
        { label: 'before and after', href: hrefOf(plain) },
        { label: 'compare two sets of events', href: compareHref({ a: nothing, b: nothing }) },
      ];
  return (
    <p className="pw-ask-links">
      Ask:{' '}
      {links.map(({ label, href }, i) => (
        <span key={href}>
          {i > 0 && ', '}
          <Link href={href}>{label}</Link>
        </span>
      ))}
    </p>
  );
}
