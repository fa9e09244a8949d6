import {
  RootConfigService,
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
} from '@backstage/backend-plugin-api';
import { selectDescriptors } from './descriptorFiles';
import { RepositoryFile } from './parseRegistry';
import { Registry } from './Registry';
import { selectTenantFiles } from './tenantFiles';

/**
 * The registry as read at one moment.
 *
 * @public
 */
export interface RegistrySnapshot {
  registry: Registry;
  /** Changes whenever the repository does; for `RegistryReader.read`. */
  etag: string;
}

/**
 * Reads the registry from the GitOps repository.
 *
 * @public
 */
export interface RegistryReader {
  /**
   * Address of the repository's root as the forge shows it, ending with a slash, for example
   * `https://gitea.example.com/platform/gitops/src/branch/main/`.
   */
  readonly url: string;

  /**
   * Reads all descriptors.
   *
   * @throws NotModifiedError when the repository is still what `etag` stands for.
   * @throws Error of the URL reader when the forge does not answer within 30 s, or refuses.
   */
  read(options?: {
    etag?: string;
    signal?: AbortSignal;
  }): Promise<RegistrySnapshot>;
}

/**
 * The registry together with all files of some tenants, of the same commit.
 *
 * @public
 */
export interface TenantsSnapshot extends RegistrySnapshot {
  /**
   * Those below `clients/<tenant>/`, and those named `<tenant>.yaml` below `hub/`; none for a tenant
   * that the repository does not have. Sorted by path.
   */
  files: RepositoryFile[];
}

/**
 * Reads what the GitOps repository has of single tenants, manifests and values included.
 *
 * @public
 */
export interface TenantFilesReader {
  /**
   * Reads the registry and all files of tenants.
   *
   * @throws ConflictError when the files cannot be read as a whole: one is larger than 1 MiB, is
   *   empty (as which a symbolic link appears), or there are more than 2,000.
   * @throws Error of the URL reader when the forge does not answer within 30 s, or refuses.
   */
  readTenantFiles(
    tenants: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<TenantsSnapshot>;
}

const readTimeoutMs = 30_000;
const maximumFileBytes = 1024 * 1024;

/**
 * Creates a reader for the repository at `tenants.registry.url`.
 *
 * @public
 */
export function createRegistryReader(options: {
  config: RootConfigService;
  urlReader: UrlReaderService;
}): RegistryReader & TenantFilesReader {
  const configured = options.config.getString('tenants.registry.url');
  const url = configured.endsWith('/') ? configured : `${configured}/`;
  return {
    url,
    async read({ etag, signal } = {}) {
      const descriptors = selectDescriptors(maximumFileBytes);
      const tree = await options.urlReader.readTree(url, {
        etag,
        signal: withTimeout(signal),
        filter: (path, info) => descriptors.includes(path, info?.size),
      });
      const registry = await descriptors.parse(await readFiles(tree));
      return { registry, etag: tree.etag };
    },
    async readTenantFiles(tenants, { signal } = {}) {
      const descriptors = selectDescriptors(maximumFileBytes);
      const selection = selectTenantFiles(tenants, maximumFileBytes);
      const tree = await options.urlReader.readTree(url, {
        signal: withTimeout(signal),
        filter(path, info) {
          const isDescriptor = descriptors.includes(path, info?.size);
          return selection.includes(path, info?.size) || isDescriptor;
        },
      });
      const all = await readFiles(tree);
      return {
        registry: await descriptors.parse(all),
        etag: tree.etag,
        files: selection.pick(all),
      };
    },
  };
}

function withTimeout(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(readTimeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

async function readFiles(
  tree: UrlReaderServiceReadTreeResponse,
): Promise<RepositoryFile[]> {
  const files = await Promise.all(
    (
      await tree.files()
    ).map(async file => ({
      path: file.path,
      content: (await file.content()).toString('utf8'),
    })),
  );
  return files.sort((left, right) => left.path.localeCompare(right.path));
}
