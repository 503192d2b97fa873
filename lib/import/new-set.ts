import { z } from 'zod';

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `It must be ${max} characters or fewer`)
    .transform((text) => text || null);

/** A set that is made with an import: its key comes from its title. */
export const newSetSchema = z
  .object({
    title: z
      .string()
      .trim()
      .min(3, 'Choose a set, or enter the title of a new one')
      .max(80, 'The title must be 80 characters or fewer'),
    description: z.string().max(400),
    attribution: z
      .string()
      .trim()
      .min(3, 'Enter whom the data are from, as they want to be named')
      .max(300, 'It must be 300 characters or fewer'),
    licence: optional(120),
    url: z
      .string()
      .trim()
      .refine(
        (text) => text === '' || (/^https?:\/\//.test(text) && URL.canParse(text)),
        'The address must start with http:// or https://',
      )
      .transform((text) => text || null),
  })
  .transform((set) => ({
    ...set,
    key:
      set.title
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, 40)
        .replaceAll(/^-+|-+$/g, '') || 'imported',
  }));
