import {
  clusterFile,
  environmentFile,
  hubFile,
  platformFile,
} from '@tenantry/test-utils';
import { RepositoryFile } from '../parseRegistry';

/** A platform with a hub, two environments on a cluster each, and no tenant. */
export function platformFiles(overrides: object = {}): RepositoryFile[] {
  return [
    platformFile(overrides),
    hubFile(),
    ...['testnet', 'devnet'].flatMap((name, index) => [
      clusterFile(name),
      environmentFile(name, { order: 2 - index }),
    ]),
  ];
}
