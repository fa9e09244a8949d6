import { Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { Placed, valuesAt } from '../json';
import { manifestFinding } from '../report';

/** Where an ExternalSecret names what it reads from the store. */
const keyPaths = ['spec.data.*.remoteRef.key', 'spec.dataFrom.*.extract.key'];
/** What finds secrets by a pattern finds those of others too. */
const searchPath = 'spec.dataFrom.*.find';

/** A tenant reads its own secrets only: the store is often one for all tenants. */
export function secretFindings({ environments, after }: Inspection): Finding[] {
  return environments.flatMap(folder =>
    folder.manifests
      .filter(
        ({ group, kind }) =>
          group === 'external-secrets.io' && kind === 'ExternalSecret',
      )
      .flatMap(manifest => [
        ...foreignKeys(manifest, folder, after),
        ...searches(manifest),
      ]),
  );
}

function foreignKeys(
  manifest: Manifest,
  { binding }: EnvironmentFolder,
  registry: Registry,
): Finding[] {
  const { tenant, environment } = binding;
  const own = `${tenant}-${environment}`;
  return keyPaths
    .flatMap(path => valuesAt(manifest.object, path))
    .filter(({ value }) => ownerOf(String(value), registry) !== own)
    .map(({ path, value }) =>
      finding(manifest, {
        path,
        message: `${path} is "${value}", which is not the name of a secret of ${tenant} in ${environment}.`,
        help: `Begin the name, or a folder of it, with "${own}", or put it into the folder "${tenant}/${environment}".`,
      }),
    );
}

function searches(manifest: Manifest): Finding[] {
  return valuesAt(manifest.object, searchPath).map(({ path }) =>
    finding(manifest, {
      path,
      message: `${path} searches the store, where the secrets of others are too.`,
      help: 'Name each secret by its key.',
    }),
  );
}

/** The first folder of a key that names a tenant environment says whose it is. */
function ownerOf(key: string, registry: Registry): string | undefined {
  const folders = key.split('/');
  for (const [index, folder] of folders.entries()) {
    const owner =
      nameBefore(folder, registry) ??
      nameOfTwo(folder, folders[index + 1], registry);
    if (owner) {
      return owner;
    }
  }
  return undefined;
}

/** `acme-01-devnet-postgres` is of `acme-01-devnet`; of several such names, the longest counts. */
function nameBefore(
  folder: string,
  { tenantEnvironments }: Registry,
): string | undefined {
  for (let end = folder.length; end > 0; end--) {
    const isWhole = end === folder.length || '-_.'.includes(folder[end]);
    const name = folder.slice(0, end);
    if (isWhole && tenantEnvironments.has(name)) {
      return name;
    }
  }
  return undefined;
}

/** `acme-01/devnet` is of `acme-01-devnet`. */
function nameOfTwo(
  folder: string,
  next: string | undefined,
  { tenantEnvironments }: Registry,
): string | undefined {
  const name = `${folder}-${next}`;
  const { spec } = tenantEnvironments.get(name)?.descriptor ?? {};
  return spec?.tenant === folder ? name : undefined;
}

function finding(
  manifest: Manifest,
  rest: Pick<Finding, 'message' | 'help'> & Pick<Placed, 'path'>,
): Finding {
  return manifestFinding(manifest, { rule: 'secret-confinement', ...rest });
}
