import type { SVGAttributes } from 'react';

/** A small shape beside a word that says the same; colour only adds to it. */
export function SignShape(path: SVGAttributes<SVGPathElement>) {
  return (
    <svg
      className="pw-status__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path stroke="#0b0c0c" strokeWidth="2" {...path} />
    </svg>
  );
}
