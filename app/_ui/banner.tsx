'use client';

import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** True where it was not done. */
  refused?: boolean;
  /** The answer that it tells of, where one can follow another on the same page. */
  of?: unknown;
  children: ReactNode;
}

/**
 * What became of what was just done, at the top of what comes next. It takes the focus (GOV.UK notification banner): it is heard,
 * and the keyboard goes on from it instead of from where the button was.
 */
export function Banner({ refused = false, of, children }: Props) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), [of]);
  return (
    <p
      className={refused ? 'pw-banner pw-banner--refused' : 'pw-banner'}
      role={refused ? 'alert' : 'status'}
      tabIndex={-1}
      ref={box}
    >
      {children}
    </p>
  );
}
