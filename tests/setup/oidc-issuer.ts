import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who can sign in at the issuer: claims by login name, in the shape of Entra ID (all of them in the ID token). */
export type People = Record<
  string,
  { email?: string; email_verified?: boolean; name?: string; roles?: string[] }
>;

export interface Issuer {
  address: string;
  /** What to set in the product. */
  settings: Record<string, string>;
  close(): void;
}

/** A real OpenID provider for the product at this address, which asks for PKCE; its own pages let everyone sign in. */
export async function oidcIssuer(product: string, people: People): Promise<Issuer> {
  // The issuer's name holds its port, which is known once it listens.
  const handler: { answer?: ReturnType<Provider['callback']> } = {};
  const server: Server = createServer((request, response) => void handler.answer!(request, response));
  server.listen(0);
  await once(server, 'listening');
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [client_id, client_secret] = ['pillarwatch', 'a secret of the client'];
  const provider = new Provider(address, {
    clients: [{ client_id, client_secret, redirect_uris: [`${product}/api/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
  });
  handler.answer = provider.callback();
  return {
    address,
    settings: { OIDC_ISSUER: address, OIDC_CLIENT_ID: client_id, OIDC_CLIENT_SECRET: client_secret },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
