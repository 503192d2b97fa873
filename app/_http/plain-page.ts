import { env } from '@/lib/env';
import { htmlText } from '@/lib/html-text';

/** As the product's own stylesheet has it, which cannot be named from here. */
const STYLE = `body { margin: 0; font: 1.1875rem/1.4 arial, helvetica, sans-serif; color: #0b0c0c }
.marking { margin: 0; padding: 4px; background: #0b0c0c; color: #fff; font: 700 14px/1.2 arial, helvetica, sans-serif; letter-spacing: .04em; text-align: center }
header, main { padding-inline: max(15px, calc(50% - 610px)); overflow-wrap: anywhere }
@media (min-width: 641px) { header, main { padding-inline: max(30px, calc(50% - 610px)) } }
header { padding-block: 17px; font: 700 22px/1 arial, helvetica, sans-serif }
header a { color: #0b0c0c; text-decoration: none }
main { padding-block: 32px 48px; border-top: 1px solid #cecece }
main > * { max-width: 40em }
h1 { margin: 0 0 24px; font-size: 2rem; line-height: 1.1 }
main a { color: #1a65a6 }
a:focus { outline: 3px solid transparent; background: #fd0; color: #0b0c0c; box-shadow: 0 4px #0b0c0c }`;
/** It loads nothing, and nothing runs in it. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * A page for people that stands by itself, for where Next cannot make one: its own page of errors is blank until its
 * scripts have run, and it would wait for the database once more. `inner` is HTML.
 */
export function plainPage(
  status: number,
  title: string,
  inner: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(title)} – Pillarwatch</title>
<style>${STYLE}</style>
</head>
<body>
<p class="marking">${htmlText(env().MARKING)}</p>
<header><a href="/">Pillarwatch</a></header>
<main>
<h1>${htmlText(title)}</h1>
${inner}
</main>
</body>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
    },
  });
}
