/** How an answer is counted, for those who want to know. */
export function MethodRules({ rules }: { rules: readonly string[] }) {
  return (
    <details className="pw-method">
      <summary>How it is counted</summary>
      <ul className="govuk-list govuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  );
}
