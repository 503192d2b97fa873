import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

/** A mail server that keeps what it is sent, or refuses all of it. */
export async function mailServer(refuse = false): Promise<{ url: string; mails: string[] }> {
  const mails: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, callback) => callback(refuse ? new Error('not today') : null),
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        callback();
      });
    },
  });
  const net = server.listen(0, '127.0.0.1');
  await once(net, 'listening');
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  return { url: `smtp://127.0.0.1:${(net.address() as AddressInfo).port}`, mails };
}
