import { z } from 'zod';
import { keyScopes, type KeyScope } from './key-scopes';

const codes = keyScopes.map(({ code }) => code) as [KeyScope, ...KeyScope[]];

/** What is typed of a new key. */
export const keySchema = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(80, 'Name must be 80 characters or fewer'),
  ownerId: z.string().min(1, 'Select who answers for the key'),
  scopes: z.array(z.enum(codes)).min(1, 'Select what the key may do'),
  days: z.enum(['30', '90', '365'], { error: 'Select for how long it holds' }).transform(Number),
});
