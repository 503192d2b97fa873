import { encode } from 'uqr';

/** A QR code to draw: the path of its dark squares, each 1 by 1, in a square of `size`, margin included. */
export interface QrPath {
  path: string;
  size: number;
}

/** The code of a text, at the level that bears 15 % of it being hidden. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, size };
}
