import { problemLabels } from '@/lib/filter-words';
import type { FilterProblem } from '@/lib/filters';

/** What of the question could not be used, so that nobody takes the answer for one to it. */
export function FilterProblems({ problems }: { problems: readonly FilterProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="pw-problems" role="alert">
      <h2 className="pw-problems__title">
        {problems.length === 1 ? 'One filter was left out' : `${problems.length} filters were left out`}
      </h2>
      <ul className="govuk-list">
        {problems.map((problem, i) => (
          <li key={i}>
            <strong>{problemLabels[problem.key]}:</strong> {problem.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
