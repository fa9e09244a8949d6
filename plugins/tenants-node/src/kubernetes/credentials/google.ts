import { Config } from '@backstage/config';
import { ClusterToken } from './ClusterToken';

/** GKE knows an identity by its e-mail address in RBAC, and by IAM. */
const scopes = [
  'https://www.googleapis.com/auth/cloud-platform',
  'https://www.googleapis.com/auth/userinfo.email',
];

/**
 * Reads an access token for GKE: of the key in `kubernetes.googleServiceAccountCredentials`, or
 * else of the application default credentials, as those of Workload Identity.
 *
 * @throws Error when Google gives none.
 */
export async function readGoogleToken(config: Config): Promise<ClusterToken> {
  const { GoogleAuth } = load();
  const credentials = readServiceAccountKey(config);
  const client = await new GoogleAuth({ scopes, credentials }).getClient();
  const { token } = await client.getAccessToken();
  if (!token) {
    throw new Error('Google gave no access token');
  }
  const { expiry_date: expiry } = client.credentials;
  return { token, ...(expiry && { expiresAt: new Date(expiry) }) };
}

/** Only where a cluster needs it; `import` would do the same, but for the test runner. */
function load(): typeof import('google-auth-library') {
  return require('google-auth-library');
}

function readServiceAccountKey(config: Config): object | undefined {
  const key = 'kubernetes.googleServiceAccountCredentials';
  const text = config.getOptionalString(key);
  try {
    return text && JSON.parse(text);
  } catch {
    // The parser's own message would repeat a part of the key.
    throw new Error(`${key} is not the JSON of a service account's key`);
  }
}
