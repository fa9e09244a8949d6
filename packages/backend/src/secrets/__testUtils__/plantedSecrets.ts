import { randomBytes } from 'node:crypto';

const secretNames = [
  'clusterToken',
  'oidcClientSecret',
  'metricsPassword',
  'metricsHeader',
  'localToken',
  'sessionSecret',
  'webhookSecret',
] as const;

/** The secrets of a portal, as operators would set them. */
export type PlantedSecrets = Record<
  (typeof secretNames)[number] | 'forgeToken',
  string
>;

/** Secrets that occur nowhere else. */
export function plantSecrets(forgeToken: string): PlantedSecrets {
  const planted = secretNames.map(name => [
    name,
    `${name}-${randomBytes(24).toString('base64url')}`,
  ]);
  return { ...Object.fromEntries(planted), forgeToken };
}

/** The names of the secrets that a text holds, as they are or as basic authentication sends them. */
export function secretsIn(
  text: string,
  secrets: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    formsOf(secret).some(form => text.includes(form)) ? [name] : [],
  );
}

/** In base64 it depends on what is before it by how many bytes it is shifted. */
function formsOf(secret: string): string[] {
  const encoded = [0, 1, 2].map(shift =>
    Buffer.from(`${' '.repeat(shift)}${secret}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [secret, encodeURIComponent(secret), ...encoded];
}
