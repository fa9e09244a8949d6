import { allVerbs, customGroups, resourceDefinitions } from '../kubernetes';
import { AccessControl } from '../kubernetes/server/accessControl';
import { ClusterName, clusterNames } from '../sample';
import { accessTokens } from './accessTokens';

const credentials = { clusterAdmin: 'admin', clusterReader: 'reader' };
const namespaces = ['argocd', 'acme-01-devnet', undefined];

/** All that the portal may do but read, as `verb resource namespace`. */
function writesOfThePortal(cluster: ClusterName): string[] {
  const access = new AccessControl(accessTokens(credentials, cluster));
  const portal = access.authenticate('Bearer reader');
  const writes = allVerbs.filter(verb => !/^(get|list|watch)$/.test(verb));
  return resourceDefinitions({ customGroups }).flatMap(({ group, plural }) =>
    namespaces.flatMap(namespace =>
      writes
        .filter(verb =>
          access.allows(portal, { verb, group, resource: plural, namespace }),
        )
        .map(verb => `${verb} ${plural} ${namespace}`),
    ),
  );
}

describe('accessTokens', () => {
  it('let the portal patch Applications on the hub, and write nothing else', () => {
    expect(
      clusterNames.map(cluster => [cluster, writesOfThePortal(cluster)]),
    ).toEqual([
      ['hub', ['patch applications argocd']],
      ['devnet', []],
      ['testnet', []],
      ['mainnet', []],
    ]);
  });
});
