import { Fragment } from 'react';
import { z } from 'zod';
import { problemTypes } from '@/lib/api/problem-types';
import { CopyExample } from './copy-example';
import { pathParameters, type Operation } from '@/lib/api/operation';
import type { Parameter } from '@/lib/api/parameters';
import { everyProblem } from '@/lib/api/routes';

/** The call of an example, to be copied into a shell. */
function curlOf({ id, method, scope, body, example }: Operation, base: string): string {
  // A stream is shown as it comes.
  const how = method === 'GET' ? (id === 'changes' ? '-N ' : '') : `-X ${method} `;
  const parts = [
    `curl ${how}'${base}${example.path}'`,
    scope && `-H 'Authorization: Bearer pw_YOUR_KEY'`,
    ...Object.entries(example.headers ?? {}).map(([name, value]) => `-H '${name}: ${value}'`),
    body && `-H 'Content-Type: ${body.type}'`,
    example.body && `-d '${JSON.stringify(example.body, null, 2)}'`,
    example.file && `--data-binary @${example.file}`,
  ];
  return parts.filter(Boolean).join(' \\\n  ');
}

/** What a parameter takes where that is a closed list, and what stands for it where it is not given. */
function Taken({ schema }: Pick<Parameter, 'schema'>) {
  const { enum: values, default: usual } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const isGiven = typeof usual === 'string' || typeof usual === 'number';
  return (
    <>
      {values && (
        <>
          . One of{' '}
          {values.map((value, i) => (
            <Fragment key={String(value)}>
              {i > 0 && ', '}
              <code>{String(value)}</code>
            </Fragment>
          ))}
        </>
      )}
      {isGiven && (
        <>
          . Where it is missing: <code>{usual}</code>
        </>
      )}
    </>
  );
}

const Example = ({ of }: { of: string }) => (
  <>
    For example <code className="pw-breaks">{of}</code>
  </>
);

function Parameters({ path, parameters }: Pick<Operation, 'path' | 'parameters'>) {
  const inPath = Object.entries(pathParameters).filter(([name]) => path.includes(`{${name}}`));
  return (
    <div className="pw-scroll pw-parameters" role="region" aria-label="Parameters" tabIndex={0}>
      <table className="govuk-table pw-table">
        <caption className="pw-table__caption">Parameters</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {inPath.map(([name, { description, example }]) => (
            <tr key={name}>
              <th scope="row">
                <code>{`{${name}}`}</code>
              </th>
              <td>
                {description}, in the address. <Example of={example} />
              </td>
            </tr>
          ))}
          {parameters.map(({ name, description, example, repeated, schema }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {description}
                {repeated && '. May be given more than once'}
                <Taken schema={schema} />. {example !== undefined && <Example of={example} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What it answers: where all is well, and the problems that it may have. */
function Answers({ answer, elseAnswer, problems }: Pick<Operation, 'answer' | 'elseAnswer' | 'problems'>) {
  const others = [...new Set([...problems, ...everyProblem])].toSorted(
    (a, b) => problemTypes[a].status - problemTypes[b].status,
  );
  return (
    <p className="govuk-body">
      Answers {answer.status}: {answer.description}.{' '}
      {elseAnswer &&
        `Where nobody publishes their own work, ${elseAnswer.status}: ${elseAnswer.description}. `}
      Otherwise{' '}
      {others.map((type, i) => (
        <Fragment key={type}>
          {i > 0 && ', '}
          <a className="govuk-link" href={`#problem-${type}`}>
            {problemTypes[type].status} {type}
          </a>
        </Fragment>
      ))}
      .
    </p>
  );
}

/** One operation: what it does, takes and answers, and a call that can be copied. */
export function OperationSection({ operation, base }: { operation: Operation; base: string }) {
  const { id, method, path, summary, description, parameters, headers = [], scope } = operation;
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
      {(parameters.length > 0 || path.includes('{')) && <Parameters {...{ path, parameters }} />}
      {headers.map(({ name, required, description: what }) => (
        <p className="govuk-body" key={name}>
          Header <code>{name}</code> ({required ? 'required' : 'optional'}): {what}.
        </p>
      ))}
      <Answers {...operation} />
      <pre className="pw-code" role="region" aria-label={`Example: ${summary}`} tabIndex={0}>
        <code id={`${id}-call`}>{curlOf(operation, base)}</code>
      </pre>
      <CopyExample from={`${id}-call`} />
    </section>
  );
}
