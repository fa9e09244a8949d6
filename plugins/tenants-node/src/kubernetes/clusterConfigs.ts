import { Config } from '@backstage/config';

/** The clusters that the standard `kubernetes` section lists. */
export function clusterConfigs(config: Config): Config[] {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getConfigArray('clusters'));
}
