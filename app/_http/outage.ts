import { log } from '@/lib/log';

const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Problem – Pillarwatch</title>
<style>body { max-width: 38em; margin: 2em auto; padding: 0 1em; font: 19px/1.4 arial, sans-serif; color: #0b0c0c }</style>
</head>
<body>
<main>
<h1>Sorry, there is a problem with Pillarwatch</h1>
<p>The record cannot be reached at the moment. This says nothing about the events: none has been lost or left out.</p>
<p><a href="">Try again</a></p>
</main>
</body>
</html>
`;

/**
 * The page for readers when the database can't be reached, as HTML that stands by itself: Next's own page of errors is
 * blank until its scripts have run, and it would wait for the database once more.
 */
export function outage(error: unknown, path: string): Response {
  log.error({ err: error, path }, 'the database cannot be reached');
  return new Response(PAGE, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Retry-After': '30' },
  });
}
