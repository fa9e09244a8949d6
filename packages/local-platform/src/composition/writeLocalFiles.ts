import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeKubeconfig } from '../kubernetes';
import { writePrivateFile } from '../kubernetes/writePrivateFile';
import { PlatformAccess } from './PlatformAccess';
import { portalConfig } from './portalConfig';

/**
 * Writes what programs and people on this machine need to reach the platform into a directory:
 * `kubeconfig`, `platform.json` and `app-config.local-platform.yaml`. Only their owner may read
 * the files, and nobody reads half of one.
 */
export async function writeLocalFiles(
  directory: string,
  access: PlatformAccess,
): Promise<void> {
  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  await writeKubeconfig(join(directory, 'kubeconfig'), {
    caCertificate: access.caCertificate,
    clusters: access.clusters.map(({ name, url }) => ({
      name,
      url,
      token: access.clusterAdminToken,
    })),
  });
  await writePrivateFile(
    join(directory, 'app-config.local-platform.yaml'),
    stringify(portalConfig(access)),
  );
  await writePrivateFile(
    join(directory, 'platform.json'),
    `${JSON.stringify(platformFile(access), null, 2)}\n`,
  );
}

function platformFile({
  portal,
  forge,
  metrics,
  identityProvider,
}: PlatformAccess) {
  return {
    portal: { url: portal.url },
    forge: {
      url: forge.url,
      token: forge.operatorToken,
      repository: forge.repository,
    },
    metrics: { url: metrics.url },
    identityProvider: { url: identityProvider.url },
  };
}
