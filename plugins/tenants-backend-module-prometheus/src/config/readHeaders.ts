import { Config } from '@backstage/config';
import { invalidKey } from './reading';

/**
 * Reads what is sent with each request: `headers`, `tenantId` (of Mimir), and either `basicAuth`
 * or `bearerToken`.
 *
 * @param key - of the section, for errors
 * @throws InputError that names the key and never its value.
 */
export function readHeaders(
  config: Config,
  key: string,
): Record<string, string> {
  const tenantId = config.getOptionalString('tenantId');
  const authorization = readAuthorization(config, key);
  const headers = {
    ...config.getOptional<Record<string, string>>('headers'),
    ...(tenantId && { 'X-Scope-OrgID': tenantId }),
    ...(authorization && { Authorization: authorization }),
  };
  for (const [name, value] of Object.entries(headers)) {
    checkHeader(name, value, key);
  }
  return headers;
}

function readAuthorization(config: Config, key: string): string | undefined {
  const token = config.getOptionalString('bearerToken');
  const basic = config.getOptionalConfig('basicAuth');
  if (token && basic) {
    throw invalidKey(`${key}.bearerToken`, 'must not stand beside "basicAuth"');
  }
  if (token) return `Bearer ${token}`;
  if (!basic) return undefined;
  const pair = `${basic.getString('username')}:${basic.getString('password')}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function checkHeader(name: string, value: unknown, key: string): void {
  try {
    // Refuses what no header may hold, so that it is found at the start.
    new Headers().set(name, String(value));
  } catch {
    throw invalidKey(key, `makes "${name}" a header that cannot be sent`);
  }
}
