import { log } from '@/lib/log';
import { fileFailure, problemFor } from './answer-file';
import { plainPage } from './plain-page';

const WORDS = `<p>The record cannot be reached at the moment. This says nothing about the events: none has been lost or left out.</p>
<p><a href="">Try again</a></p>`;

/** Addresses of files and of what scripts ask for; all others are pages. */
const FILE = /\.[a-z]+$|^\/export\/|^\/timeline\/|^\/events\/[^/]+\/cite$/;

/** The answer where the database can't be reached: a page, or a problem where a program asks for a file. */
export async function outage(error: unknown, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (FILE.test(pathname)) return problemFor(request, fileFailure(error, pathname));
  log.error({ err: error, path: pathname }, 'the database cannot be reached');
  return plainPage(503, 'Sorry, there is a problem with Pillarwatch', WORDS, { 'Retry-After': '30' });
}
