import type { ComponentProps } from 'react';

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  href: string;
  /** False where the page is to stay where it is scrolled to. */
  scroll?: boolean;
}

/**
 * A link within the product: a plain one, which LinkClicks follows without loading the page anew. Not next/link, a component of
 * the browser that is sent, drawn and woken for each of hundreds of links; and nothing is fetched ahead: no page has a part
 * that could be shown before its counts.
 */
export function Link({ scroll = true, children, ...rest }: Props) {
  return (
    <a data-go={scroll ? '' : 'stay'} {...rest}>
      {children}
    </a>
  );
}
