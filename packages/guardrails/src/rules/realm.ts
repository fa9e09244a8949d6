import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { Manifest } from '../inspection/Inspection';
import { asRecord, isRecord, Placed, pointer } from '../json';
import { manifestFinding } from '../report';

/** Keycloak's own realm, whose administrators may do everything. */
const masterRealm = 'master';

/** Fields of a realm's representation that hold a credential. */
const secretFields = [
  'bindCredential',
  'clientSecret',
  'password',
  'privateKey',
  'secret',
  'secretData',
];

/** A realm import makes the tenant's own realm, without a credential. */
export function realmFindings(
  manifest: Manifest,
  tenant: string,
  registry: Registry,
): Finding[] {
  const own = registry.tenants.get(tenant)?.descriptor.spec.identity.realm;
  const representation = asRecord(manifest.object.spec).realm;
  const { realm } = asRecord(representation);
  const findings = literalSecrets(representation, '/spec/realm').map(
    ({ path }) =>
      manifestFinding(manifest, {
        rule: 'credential',
        path,
        message: `${path} holds a credential.`,
        help: 'Write a placeholder such as ${NAME}, and give its value in spec.placeholders from a secret.',
      }),
  );
  if (realm === own && realm !== masterRealm) {
    return findings;
  }
  return [
    ...findings,
    manifestFinding(manifest, {
      rule: 'realm-confinement',
      path: '/spec/realm/realm',
      message: `the realm is ${JSON.stringify(
        realm ?? 'absent',
      )}, but that of the tenant is "${own}".`,
      help: `Write realm: ${own}, and no tenant's realm is ${masterRealm}.`,
    }),
  ];
}

function literalSecrets(value: unknown, path: string): Placed[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) =>
      literalSecrets(entry, path + pointer(index)),
    );
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) =>
    secretFields.includes(key) && isLiteral(child)
      ? [{ path: path + pointer(key), value: child }]
      : literalSecrets(child, path + pointer(key)),
  );
}

function isLiteral(value: unknown): boolean {
  return typeof value === 'string' && !/^\$\{[^}]+\}$/.test(value);
}
