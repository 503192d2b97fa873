import { z } from 'zod';
import { userRoles } from './permissions';

/** What is typed of a person, by themselves or by an admin. */
export const personName = z
  .string()
  .trim()
  .min(1, 'Enter a name')
  .max(100, 'Name must be 100 characters or fewer');

export const personEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, 'Email address must be 200 characters or fewer')
  .pipe(z.email('Enter an email address in the correct format, like name@example.com'));

export const personRole = z.enum(userRoles, { error: 'Select a role' });

export const invitationSchema = z.object({ name: personName, email: personEmail, role: personRole });

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
}
