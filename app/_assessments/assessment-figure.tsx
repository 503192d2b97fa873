import { Link } from '@/app/_ui/link';
import { PillarMark } from '@/app/_ui/pillar-mark';
import type { RecordedAssessment } from '@/lib/assessments/assessment-sheet';
import { monthYear } from '@/lib/days';
import { hrefWith, type Filters } from '@/lib/filters';
import { placeName } from '@/lib/places';
import { pillarTerm } from '@/lib/vocabulary';
import { TrendSign } from './trend-sign';

interface Props {
  assessments: readonly RecordedAssessment[];
  /** The view's filters: those of place, pillar, dates and day of knowledge say which assessments belong to it. */
  filters: Filters;
}

/** What editors judged of the places and pillars of a view, newest month first; nothing where there is nothing. */
export function AssessmentFigure({ assessments, filters }: Props) {
  if (assessments.length === 0) return null;
  return (
    <section className="pw-figure" aria-labelledby="assessments">
      <h2 className="pw-figure__title" id="assessments">
        Assessments
      </h2>
      <p className="pw-figure__subtitle">
        How editors judge a month against the one before, by place and pillar.
      </p>
      <ul className="pw-assessments">
        {assessments.map(({ id, month, place, pillar, trend, reason }) => (
          <li key={id}>
            <TrendSign trend={trend} />{' '}
            <span className="pw-quiet">
              {monthYear(month)}, {placeName(place)}
            </span>{' '}
            <span>
              <PillarMark pillar={pillar} /> {pillarTerm(pillar).label}
            </span>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
      <p className="pw-figure__foot">
        <Link href={hrefWith('/assessments', filters)}>All assessments, with their history</Link>
      </p>
    </section>
  );
}
