import type { ProblemError, ProblemType } from '@/lib/api/problem-types';
import { htmlText } from '@/lib/html-text';
import { plainPage } from './plain-page';

/** A problem as problem() writes it (RFC 9457). */
interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly ProblemError[];
}

const AGAIN = '<p><a href="">Try again</a></p>';
const FILES =
  '<p>Go back and choose the file again, or take it from <a href="/data">Data</a>, which lists what there is.</p>';
/** What somebody can do who came to `address` by a link, as HTML. */
const nextSteps = (address: string): Partial<Record<ProblemType, string>> => ({
  'bad-query': `<p>No file was made, so that none holds more or less than was asked for. Correct the address, or go back and choose again.</p>`,
  'not-found': FILES,
  'not-signed-in': `<p><a href="/sign-in?${htmlText(String(new URLSearchParams({ next: address })))}">Sign in</a>: that leads back here.</p>`,
  busy: AGAIN,
  unavailable: `<p>This says nothing about the events: none has been lost or left out.</p>${AGAIN}`,
});

const errorItem = ({ parameter, value, detail }: ProblemError): string =>
  `<li>${parameter === undefined ? '' : `<code>${htmlText(`${parameter}=${value ?? ''}`)}</code>: `}${htmlText(detail)}</li>`;

/** The same problem as a page, for a person who followed a link to a file. */
export function problemPage(
  { type, title, status, detail, errors = [] }: ProblemBody,
  address: string,
  headers: Readonly<Record<string, string>>,
): Response {
  const what =
    errors.length > 0 ? `<ul>${errors.map(errorItem).join('')}</ul>` : `<p>${htmlText(detail)}</p>`;
  const steps = nextSteps(address)[type.split('#problem-')[1] as ProblemType] ?? '';
  const means = `<p><a href="${htmlText(type)}">What this kind of problem means</a></p>`;
  return plainPage(status, title, [what, steps, means].join('\n'), headers);
}
