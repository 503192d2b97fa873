/** What of a question with several parts could not be used, so that nobody takes the answer for one to it. */
export function QuestionProblems({ problems }: { problems: readonly { label: string; message: string }[] }) {
  if (problems.length === 0) return null;
  return (
    <div className="pw-problems" role="alert">
      <h2 className="pw-problems__title">
        {problems.length === 1
          ? 'One part of the question was left out'
          : `${problems.length} parts of the question were left out`}
      </h2>
      <ul className="govuk-list">
        {problems.map(({ label, message }, i) => (
          <li key={i}>
            <strong>{label}:</strong> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
