// The one place that takes it from there.
// oxlint-disable-next-line eslint/no-restricted-imports
import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link within the product. Not fetched ahead: no page has a part that could be shown before its counts, so that would
 * cost every reader's phone and the server work (a table of fifty events asked fifty times), and save nobody time.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink {...props} prefetch={false} />;
}
