import type { ComponentProps, ReactNode } from 'react';

// Next keeps react-dom/server out of modules that pages share, but for what is asked for as it runs.
const drawing = import('react-dom/server');

type Tag = 'ul' | 'table' | 'svg';
type Props<T extends Tag> = { as: T; children: ReactNode } & Omit<
  ComponentProps<T>,
  'ref' | 'dangerouslySetInnerHTML'
>;

/**
 * An element whose content is drawn once, into text. What stands in a page of the server is otherwise handled three times
 * (as the tree that is sent to the router, read again from it, and drawn), and woken node by node in the browser: DECISIONS.md,
 * 29 November 2026. For large parts that never change by themselves: inside are no components of the browser, whose
 * place is outside, and what a reader does inside is forgotten when the content changes.
 */
export async function Still<T extends Tag>({ as, children, ...attributes }: Props<T>) {
  const { renderToStaticMarkup } = await drawing;
  const Element: string = as;
  // React's own drawing of React's own elements, all text in it escaped.
  // oxlint-disable-next-line react/no-danger
  return <Element {...attributes} dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />;
}
