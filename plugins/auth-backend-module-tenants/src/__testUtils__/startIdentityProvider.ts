import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** The code with which the browser comes back once the user has given a password. */
export function codeFor(user: string, nonce: string): string {
  return JSON.stringify({ user, nonce });
}

/**
 * The part of an OpenID provider that a sign-in needs after the user has given a password.
 *
 * @param claims - User info by the name of the user.
 */
export async function startIdentityProvider(
  claims: Record<string, Record<string, unknown>>,
) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  let issuer = '';
  let offsetSeconds = 0;

  async function answer(url: URL, body: URLSearchParams, token: string) {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
        };
      case '/jwks':
        return { keys: [{ ...jwk, kid: 'test', alg: 'RS256' }] };
      case '/token':
        return tokensFor(body.get('code')!);
      case '/userinfo':
        return { sub: token, ...claims[token] };
      default:
        throw new Error(`Nothing is at ${url.pathname}`);
    }
  }

  async function tokensFor(code: string) {
    const { user, nonce } = JSON.parse(code);
    const now = Math.floor(Date.now() / 1000) + offsetSeconds;
    const idToken = await new SignJWT({ nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .setSubject(user)
      .setIssuer(issuer)
      .setAudience('portal')
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(privateKey);
    return {
      access_token: user,
      token_type: 'bearer',
      expires_in: 300,
      scope: 'openid profile email',
      id_token: idToken,
    };
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = new URLSearchParams(Buffer.concat(chunks).toString());
    const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    try {
      const result = await answer(new URL(request.url!, issuer), body, token);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(result));
    } catch (error) {
      response.statusCode = 404;
      response.end(String(error));
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    /** Puts its clock ahead, or back with a negative number. */
    setClock: (seconds: number) => {
      offsetSeconds = seconds;
    },
    stop: () => server.close(),
  };
}
