import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  clusterFile,
  environmentFile,
  platformFile,
  tenantFile,
} from '@tenantry/test-utils';

/** A platform with one environment and the client `acme-01` in it, and nothing to be applied. */
export const registryFiles: RepositoryFile[] = [
  platformFile(),
  clusterFile('devnet'),
  environmentFile('devnet'),
  clientFile('Acme'),
];

/** `clients/acme-01/client.yaml` with a title. */
export function clientFile(title: string): RepositoryFile {
  return tenantFile('acme-01', { title });
}
