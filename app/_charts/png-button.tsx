'use client';

import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};
const SCALE = 2;

async function downloadPng(svg: string, name: string): Promise<void> {
  const answer = await fetch(svg);
  if (!answer.ok) throw new Error(`The picture could not be fetched (${answer.status})`);
  const image = new Image();
  image.src = URL.createObjectURL(await answer.blob());
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  const link = document.createElement('a');
  link.download = `${name}.png`;
  link.href = canvas.toDataURL('image/png');
  link.click();
}

/** The picture as PNG, drawn by the browser from the SVG, at twice its size for slides. Needs scripts; SVG does not. */
export function PngButton({ svg, name }: { svg: string; name: string }) {
  const able = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [failed, setFailed] = useState(false);
  if (!able) return null;
  return (
    <button
      type="button"
      className="pw-link-button"
      onClick={() => void downloadPng(svg, name).catch(() => setFailed(true))}
    >
      {failed ? 'Picture (PNG) failed: try the SVG' : 'Picture (PNG)'}
    </button>
  );
}
