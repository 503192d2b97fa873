'use client';

import { useState } from 'react';
import { useScripted } from '@/app/_ui/use-scripted';

/** Twice the drawing's size, so that it stays sharp on a projected slide. */
const SCALE = 2;

/** The SVG at this address as a PNG on white. Throws where it cannot be fetched or drawn. */
async function pngOf(svg: string): Promise<string> {
  const answer = await fetch(svg);
  if (!answer.ok) throw new Error(`The picture could not be fetched (${answer.status})`);
  const image = new Image();
  image.src = URL.createObjectURL(await answer.blob());
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** The picture as PNG, which the browser draws from the SVG. Not there without scripts: the SVG beside it needs none. */
export function PngButton({ svg, name }: { svg: string; name: string }) {
  const able = useScripted();
  const [failed, setFailed] = useState(false);
  if (!able) return null;
  const download = async () => {
    const link = document.createElement('a');
    link.href = await pngOf(svg);
    link.download = `${name}.png`;
    link.click();
    setFailed(false);
  };
  return (
    <>
      <button
        type="button"
        className="pw-link-button"
        onClick={() => void download().catch(() => setFailed(true))}
      >
        PNG
      </button>
      <span role="status">{failed && ' could not be made: take the SVG'}</span>
    </>
  );
}
