import { stringify } from 'yaml';
import { writePrivateFile } from './writePrivateFile';

export interface KubeconfigOptions {
  /** The first one becomes the current context. */
  clusters: {
    /** Also the name of the context. */
    name: string;
    url: string;
    token: string;
  }[];
  /** The certificate of the authority that the clusters' certificates come from, in PEM. */
  caCertificate: string;
}

/** Writes a kubeconfig file that only its owner may read. */
export async function writeKubeconfig(
  path: string,
  options: KubeconfigOptions,
): Promise<void> {
  await writePrivateFile(path, stringify(kubeconfig(options)));
}

function kubeconfig({ clusters, caCertificate }: KubeconfigOptions): object {
  const certificate = Buffer.from(caCertificate).toString('base64');
  const userOf = (cluster: string) => `${cluster}-admin`;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, url }) => ({
      name,
      cluster: { server: url, 'certificate-authority-data': certificate },
    })),
    users: clusters.map(({ name, token }) => ({
      name: userOf(name),
      user: { token },
    })),
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: userOf(name) },
    })),
    'current-context': clusters[0]?.name ?? '',
  };
}
