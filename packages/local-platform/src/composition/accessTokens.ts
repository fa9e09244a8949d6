import { argocdNamespace } from '../gitops/applications/Application';
import { AccessRule, AccessToken } from '../kubernetes';
import { readVerbs } from '../kubernetes/resources';
import { ClusterName } from '../sample';
import { Credentials } from './credentials';

/** What the portal needs to have Applications synced, refreshed and rolled back. */
const patchApplications: AccessRule = {
  verbs: ['patch'],
  group: 'argoproj.io',
  resource: 'applications',
  namespace: argocdNamespace,
};

/** The tokens that the API server of a cluster takes. */
export function accessTokens(
  {
    clusterAdmin,
    clusterReader,
  }: Pick<Credentials, 'clusterAdmin' | 'clusterReader'>,
  cluster: ClusterName,
): AccessToken[] {
  return [
    { token: clusterAdmin, user: 'admin', groups: ['system:masters'] },
    {
      token: clusterReader,
      user: 'system:serviceaccount:tenantry:portal',
      groups: ['system:serviceaccounts'],
      verbs: readVerbs,
      rules: cluster === 'hub' ? [patchApplications] : [],
    },
  ];
}
