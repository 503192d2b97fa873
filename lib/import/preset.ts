import type { z } from 'zod';
import type { mappingSchema } from './mapping';

/** A format that is known by its columns. */
export interface Preset {
  key: string;
  title: string;
  /** Columns that a file of this format has, in small letters. */
  columns: readonly string[];
  /** For formats that a pattern of columns tells as well. */
  also?: (columns: readonly string[]) => boolean;
  /** That pattern in words. */
  alsoWords?: string;
  /** The set that its events go to, made where it is not there yet. */
  set: {
    key: string;
    title: string;
    description: string;
    attribution: string;
    licence: string | null;
    url: string;
  };
  mapping: z.input<typeof mappingSchema>;
}
