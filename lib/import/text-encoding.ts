import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncodingName = (typeof encodings)[number];

/** How a text of cells is read, as far as that is known or was chosen by a person; the rest is told from the file. */
export interface TextReading {
  encoding?: TextEncodingName | null;
  delimiter?: string | null;
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** True where every second byte of the beginning is nought: UTF-16 of a western language without its mark. */
function utf16WithoutMark(bytes: Buffer): TextEncodingName | null {
  if (bytes.length < 8) return null;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const half = bytes.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le';
  return zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1 ? 'utf-16be' : null;
}

/**
 * The encoding of a text file: by its byte order mark; else UTF-8 where the whole file is valid UTF-8, which text in another
 * encoding all but never is; else Windows-1252, as spreadsheets on Windows write it. The file is read once through.
 */
export async function textEncoding(path: string): Promise<TextEncodingName> {
  const start = await firstBytes(path, 4096);
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, i) => start[i] === byte));
  if (marked) return marked.encoding;
  const bare = utf16WithoutMark(start);
  if (bare) return bare;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The file's text in chunks, its byte order mark left out. */
export async function* readText(path: string, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}
