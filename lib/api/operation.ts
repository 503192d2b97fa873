import type { z } from 'zod';
import type { KeyScope } from './key-scopes';
import type { Parameter } from './parameters';
import type { ProblemType } from './problem-types';

/** What stands in braces in an address. */
export const pathParameters: Readonly<Record<string, { description: string; example: string }>> = {
  slug: {
    description: 'The permanent name, as slug gives it in lists',
    example: 'kansas-city-hospital-bomb-plot-2020',
  },
  id: { description: 'The number, as id gives it in lists and Location after sending', example: '1' },
};

/** One operation of the API: its handler, its part of the OpenAPI document and its section of the page come from this. */
export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api/v1. */
  path: string;
  summary: string;
  description: string;
  parameters: readonly Parameter[];
  /** The scope that a key must have; a key is not needed where it is missing. */
  scope?: KeyScope;
  body?: { type: string; schema: z.ZodType };
  answer: { status: number; description: string; schema?: z.ZodType; otherTypes?: readonly string[] };
  /** Another answer that is no problem. */
  elseAnswer?: { status: number; description: string; schema: z.ZodType };
  /** What else it answers, beside what every operation may. */
  problems: readonly ProblemType[];
  /** Request headers beside the key. */
  headers?: readonly { name: string; required: boolean; description: string }[];
  /** A call that can be copied: what follows the address, the headers beside the key, and the body, or the name of a file that is one. */
  example: { path: string; body?: object; file?: string; headers?: Readonly<Record<string, string>> };
}
