import { env } from '@/lib/env';
import { sendMail } from './mail';

/** The address that a one-time token opens. The site's own, never what a request says that its host is. */
export function passwordLink(token: string): string {
  return `${env().PUBLIC_URL}/set-password/${token}`;
}

/** Sends an invitation, or a link to a new password; false where it could not be sent. */
export async function sendPasswordLink(
  person: { name: string; email: string },
  token: string,
  kind: 'invitation' | 'reset',
): Promise<boolean> {
  const site = env().PUBLIC_URL;
  const lines =
    kind === 'invitation'
      ? [`You are invited to Pillarwatch at ${site}.`, 'To choose a password, open this link within 7 days:']
      : [`You can choose a new password for Pillarwatch at ${site}.`, 'Open this link:'];
  const end =
    kind === 'invitation'
      ? 'If you do not know what this is about, you need do nothing.'
      : 'If you have not asked for this, you need do nothing: your password stays as it is.';
  return sendMail({
    to: person.email,
    subject: kind === 'invitation' ? 'Your invitation to Pillarwatch' : 'A new password for Pillarwatch',
    text: [`Hello ${person.name},`, ...lines, passwordLink(token), 'It works once.', end].join('\n\n'),
  });
}
