import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** True where a mail server is set. */
export function hasMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Sends plain text; false where no server is set, or it did not take the mail (the log says why). */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL === undefined) return false;
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 });
  try {
    await transport.sendMail({ ...mail, from: MAIL_FROM, disableFileAccess: true, disableUrlAccess: true });
    return true;
  } catch (error) {
    // The code alone: the message may hold the address, or the server's password.
    log.error({ part: 'mail', code: (error as { code?: string }).code }, 'mail was not taken');
    return false;
  } finally {
    transport.close();
  }
}
