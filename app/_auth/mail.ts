import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Its name, the same where it may be sent more than once. */
  messageId?: string;
}

/** Why a mail was not taken: what the server answered, where it did, and what is known of the reason. */
export interface MailProblem {
  answer: number | null;
  code: string;
}

/** True where a mail server is set. */
export function hasMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends plain text; null where the server took it. */
export async function tryMail(mail: Mail): Promise<MailProblem | null> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return { answer: null, code: 'NO_SERVER' };
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 });
  try {
    await transport.sendMail({
      ...mail,
      from: MAIL_FROM,
      // Mailboxes whose owners are away do not answer it (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return null;
  } catch (error) {
    const { code = 'UNKNOWN', responseCode = null } = error as { code?: string; responseCode?: number };
    // The code alone: the message may hold the address, or the server's password.
    log.error({ part: 'mail', code }, 'mail was not taken');
    return { answer: responseCode, code };
  } finally {
    transport.close();
  }
}

/** Sends plain text; false where no server is set, or it did not take the mail (the log says why). */
export async function sendMail(mail: Mail): Promise<boolean> {
  return (await tryMail(mail)) === null;
}
