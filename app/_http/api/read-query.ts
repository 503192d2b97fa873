import { noFilters, filtersToQuery, type Filters } from '@/lib/filters';
import { strictFilters } from '@/lib/strict-filters';
import { filterParameters, type Parameter } from '@/lib/api/parameters';
import { ApiProblem, type ProblemError } from '@/lib/api/problem-types';
import type { Operation } from '@/lib/api/operation';

const LONGEST = 100;

function readOne(
  { name, schema, repeated }: Parameter,
  given: URLSearchParams,
  errors: ProblemError[],
): unknown {
  const texts = given.getAll(name);
  if (!repeated && texts.length > 1) errors.push({ parameter: name, detail: 'Give it once only' });
  const read = (text: string | undefined): unknown => {
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    errors.push({
      parameter: name,
      value: (text ?? '').slice(0, LONGEST),
      detail: result.error.issues[0]!.message,
    });
    return undefined;
  };
  if (repeated) return texts.map(read);
  // A default is what the schema makes of nothing.
  return texts.length === 0 ? schema.safeParse(undefined).data : read(texts[0]);
}

/**
 * The query of an operation, strictly: an unknown name, a repeat or a value that cannot be used throws ApiProblem, which
 * names every one of them.
 */
export function readQuery(
  { parameters }: Pick<Operation, 'parameters'>,
  given: URLSearchParams,
): { filters: Filters; query: Record<string, unknown>; canonical: string } {
  const others = parameters.filter((one) => !filterParameters.includes(one));
  const errors: ProblemError[] = [];
  let filters = noFilters;
  if (others.length < parameters.length) {
    const read = strictFilters(
      given,
      others.map(({ name }) => name),
    );
    filters = read.filters;
    // What is said of the others is said below.
    const own = read.problems.filter(({ parameter }) => !others.some(({ name }) => name === parameter));
    errors.push(...own.map(({ value, ...rest }) => ({ ...rest, value: value.slice(0, LONGEST) })));
  } else {
    for (const name of new Set(given.keys()))
      if (!others.some((one) => one.name === name))
        errors.push({ parameter: name.slice(0, LONGEST), detail: 'There is no such parameter here' });
  }
  const query = Object.fromEntries(others.map((one) => [one.name, readOne(one, given, errors)]));
  if (errors.length > 0) {
    const named = [...new Set(errors.map(({ parameter }) => parameter))].join(', ');
    throw new ApiProblem('bad-query', `Not usable: ${named}.`, errors);
  }
  const rest = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    value === undefined ? '' : JSON.stringify(value),
  ]);
  return { filters, query, canonical: filtersToQuery(filters, Object.fromEntries<string>(rest)) };
}
