import { FileChange } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import {
  EnvironmentFolder,
  GitFile,
  HubFolder,
  Inspection,
  ParsedFile,
} from './Inspection';
import { manifestsOf, parseFiles } from './parseFiles';
import { isManifestPath, isYamlPath, tenantPath } from './tenantPaths';

/** Prepares files of tenants for the rules. */
export function inspect(options: {
  before?: Registry;
  after: Registry;
  tenants: ReadonlySet<string>;
  files: readonly GitFile[];
  changes?: readonly FileChange[];
}): Inspection {
  const files = [...options.files].sort(byPath);
  const { parsedFiles, findings } = parseFiles(
    files.filter(({ path }) => isYamlPath(path)),
  );
  return {
    before: options.before,
    after: options.after,
    tenants: options.tenants,
    changes: options.changes ?? [],
    files,
    parsedFiles,
    environments: environmentFolders(options.after, parsedFiles),
    hub: hubFolders(parsedFiles),
    // The registry tells of its own descriptors.
    findings: findings.filter(({ file = '' }) => isUndescribed(file)),
  };
}

function environmentFolders(
  registry: Registry,
  files: readonly ParsedFile[],
): EnvironmentFolder[] {
  const byFolder = new Map<string, ParsedFile[]>();
  for (const file of files.filter(({ path }) => isManifestPath(path))) {
    const folder = file.path.split('/').slice(0, 3).join('/');
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const folders: EnvironmentFolder[] = [];
  for (const { descriptor, file } of registry.tenantEnvironments.values()) {
    const path = file.slice(0, file.lastIndexOf('/'));
    const ofFolder = byFolder.get(path);
    const environment = registry.environments.get(descriptor.spec.environment);
    if (ofFolder && environment) {
      folders.push({
        path,
        binding: descriptor.spec,
        environment: environment.descriptor.spec,
        ...divide(path, ofFolder),
      });
    }
  }
  return folders;
}

function divide(path: string, files: readonly ParsedFile[]) {
  const isKustomization = (file: ParsedFile) =>
    file.path === `${path}/manifests/kustomization.yaml`;
  return {
    kustomization: files.find(isKustomization),
    manifests: files
      .filter(file => !isKustomization(file))
      .flatMap(manifestsOf),
  };
}

function hubFolders(files: readonly ParsedFile[]): HubFolder[] {
  const folders = new Map<string, HubFolder>();
  for (const file of files) {
    const place = tenantPath(file.path);
    if (place?.area === 'hub') {
      const { tenant } = place;
      const folder = folders.get(tenant) ?? { tenant, manifests: [] };
      folder.manifests.push(...manifestsOf(file));
      folders.set(tenant, folder);
    }
  }
  return [...folders.values()];
}

function isUndescribed(path: string): boolean {
  return !/^clients\/[^/]+\/(client|[^/]+\/tenant)\.yaml$/.test(path);
}

function byPath(left: GitFile, right: GitFile): number {
  return left.path < right.path ? -1 : Number(left.path > right.path);
}
