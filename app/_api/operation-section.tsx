import { problemTypes } from '@/lib/api/problem-types';
import type { Operation } from '@/lib/api/operation';
import { everyProblem } from '@/lib/api/routes';

/** The call of an example, to be copied into a shell. */
function curlOf({ method, scope, body, headers = [], example }: Operation, base: string): string {
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${base}${example.path}'`,
    scope && `-H 'Authorization: Bearer pw_YOUR_KEY'`,
    ...headers.map(({ name }) => `-H '${name}: ${name === 'If-Match' ? '"v1"' : 'one-name-per-event'}'`),
    body && `-H 'Content-Type: ${body.type}'`,
    example.body && `-d '${JSON.stringify(example.body)}'`,
    example.file && `--data-binary @${example.file}`,
  ];
  return parts.filter(Boolean).join(' \\\n  ');
}

function Parameters({ parameters }: Pick<Operation, 'parameters'>) {
  return (
    <div className="pw-scroll" role="region" aria-label="Parameters" tabIndex={0}>
      <table className="govuk-table pw-table">
        <caption className="pw-table__caption">Parameters</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What it is</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, description, example, repeated }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {description}
                {repeated && '. May be given more than once'}
              </td>
              <td>{example !== undefined && <code>{example}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One operation: what it does, takes and answers, and a call that can be copied. */
export function OperationSection({ operation, base }: { operation: Operation; base: string }) {
  const {
    id,
    method,
    path,
    summary,
    description,
    parameters,
    headers = [],
    scope,
    answer,
    elseAnswer,
    problems,
  } = operation;
  const statuses = [...new Set([...problems, ...everyProblem])].map((type) => problemTypes[type].status);
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {summary}
      </h2>
      <p className="govuk-body">
        <code>
          {method} {path}
        </code>
        {scope && (
          <>
            {' '}
            with a key of scope <code>{scope}</code>
          </>
        )}
      </p>
      <p className="govuk-body">{description}</p>
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {headers.map(({ name, required, description: what }) => (
        <p className="govuk-body" key={name}>
          Header <code>{name}</code> ({required ? 'required' : 'optional'}): {what}.
        </p>
      ))}
      <p className="govuk-body">
        Answers {answer.status}: {answer.description}.{' '}
        {elseAnswer &&
          `Where nobody publishes their own work, ${elseAnswer.status}: ${elseAnswer.description}. `}
        Otherwise {[...new Set(statuses)].sort((a, b) => a - b).join(', ')}.
      </p>
      <pre className="pw-code" role="region" aria-label={`Example: ${summary}`} tabIndex={0}>
        <code>{curlOf(operation, base)}</code>
      </pre>
    </section>
  );
}
