interface Range {
  type: string;
  quality: number;
}

function rangesOf(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const q = parameters.find((text) => text.startsWith('q='));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    return { type, quality: Number.isFinite(quality) ? quality : 0 };
  });
}

/** How exactly a range names a type: 3 itself, 2 its family, 1 anything, 0 not at all. */
function fit(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.split('/')[0]}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

/**
 * Which of the offered media types an Accept header likes best (RFC 9110, 12.5.1), the earlier one where it likes two
 * the same; null where it takes none.
 */
export function acceptedType<T extends string>(accept: string | null, offered: readonly T[]): T | null {
  if (accept === null || accept.trim() === '') return offered[0] ?? null;
  const ranges = rangesOf(accept);
  const liked = offered.map((type) => {
    const best = ranges
      .map((range) => ({ ...range, fit: fit(range.type, type) }))
      .filter((range) => range.fit > 0)
      .sort((a, b) => b.fit - a.fit)[0];
    return { type, quality: best?.quality ?? 0 };
  });
  const [first] = liked.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  return first?.type ?? null;
}
