import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** A portal to walk, and whose tokens there are. */
export interface RunningPortal {
  url: string;
  clientToken: string;
  otherToken: string;
  expiredToken?: string;
  plugins: string[];
}

export const usage = `Walks over the routes of a running portal as somebody else than a client, and tells what it learns of the client.

Usage: npm run test:isolation -- --url <address> [options]

Options:
  --url <address>                address of the portal, such as https://portal.example.com
  --client-token-file <file>     token of somebody of the client that is asked about
                                 (or TENANTRY_ISOLATION_CLIENT_TOKEN)
  --other-token-file <file>      token of somebody of another client, who asks
                                 (or TENANTRY_ISOLATION_OTHER_TOKEN)
  --expired-token-file <file>    token of the client that has expired, where there is one
  --plugin <id>                  a plugin that serves an OpenAPI description, and is not in the example
                                 portal; may be given several times
  -h, --help                     show this help

It sends what only reads: GET, and POST to routes that search, preview or decide. Without --url it tests
the example portal on a local platform, and sends everything there.
`;

/**
 * @returns nothing when help is asked for
 * @throws Error naming the option that is wrong
 */
export function parseOptions(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): RunningPortal | undefined {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      'client-token-file': { type: 'string' },
      'other-token-file': { type: 'string' },
      'expired-token-file': { type: 'string' },
      plugin: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    return undefined;
  }
  const tokenOf = (who: 'client' | 'other') => {
    const file = values[`${who}-token-file`];
    const name = `TENANTRY_ISOLATION_${who.toLocaleUpperCase('en-US')}_TOKEN`;
    const token = file ? readToken(file) : env[name];
    if (!token) {
      throw new Error(`Give --${who}-token-file or ${name}.`);
    }
    return token;
  };
  const expired = values['expired-token-file'];
  return {
    url: readUrl(values.url),
    clientToken: tokenOf('client'),
    otherToken: tokenOf('other'),
    expiredToken: expired && readToken(expired),
    plugins: values.plugin ?? [],
  };
}

function readToken(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

function readUrl(text: string | undefined): string {
  const url = URL.canParse(text ?? '') ? new URL(text!) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `--url must be an address such as https://portal.example.com, not "${text}".`,
    );
  }
  return url.href.replace(/\/$/, '');
}
