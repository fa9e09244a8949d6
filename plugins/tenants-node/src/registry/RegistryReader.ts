import {
  RootConfigService,
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
} from '@backstage/backend-plugin-api';
import { Finding } from '@tenantry/plugin-tenants-common';
import {
  isDescriptorPath,
  parseRegistry,
  RepositoryFile,
} from './parseRegistry';
import { Registry } from './Registry';

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

const readTimeoutMs = 30_000;
const maximumDescriptorBytes = 1024 * 1024;

/**
 * Creates a reader for the repository at `tenants.registry.url`.
 *
 * @public
 */
export function createRegistryReader(options: {
  config: RootConfigService;
  urlReader: UrlReaderService;
}): RegistryReader {
  const configured = options.config.getString('tenants.registry.url');
  const url = configured.endsWith('/') ? configured : `${configured}/`;
  return {
    url,
    async read({ etag, signal } = {}) {
      const timeout = AbortSignal.timeout(readTimeoutMs);
      const tooLarge: string[] = [];
      const tree = await options.urlReader.readTree(url, {
        etag,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        filter(path, info) {
          if (!isDescriptorPath(path)) {
            return false;
          }
          if ((info?.size ?? 0) > maximumDescriptorBytes) {
            tooLarge.push(path);
            return false;
          }
          return true;
        },
      });
      const registry = parseRegistry(await readFiles(tree));
      return {
        registry: {
          ...registry,
          findings: [...registry.findings, ...tooLarge.map(sizeFinding)],
        },
        etag: tree.etag,
      };
    },
  };
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

function sizeFinding(file: string): Finding {
  return {
    rule: 'size',
    file,
    message: `The descriptor is larger than ${maximumDescriptorBytes} bytes.`,
  };
}
