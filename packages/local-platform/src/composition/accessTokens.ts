import { argocdNamespace } from '../gitops/applications/Application';
import {
  AccessRole,
  AccessToken,
  customGroups,
  openReading,
  resourceDefinitions,
} from '../kubernetes';
import { ClusterName } from '../sample';
import { Credentials } from './credentials';

/** What the account of the portal may do in a cluster; asked at each of its requests. */
export type PortalRoles = (cluster: ClusterName) => readonly AccessRole[];

/** What the portal needs to have Applications synced, refreshed and rolled back. */
const patchApplications: AccessRole = {
  rules: [
    {
      apiGroups: ['argoproj.io'],
      resources: ['applications'],
      verbs: ['patch'],
    },
  ],
  namespace: argocdNamespace,
};

/** As {@link openReading}, which the pages of the stock Kubernetes plugin need as well. */
const readAll = openReading(resourceDefinitions({ customGroups }));

const defaultRoles: PortalRoles = cluster =>
  cluster === 'hub' ? [readAll, patchApplications] : [readAll];

/** The tokens that the API server of a cluster takes. */
export function accessTokens(
  {
    clusterAdmin,
    clusterReader,
  }: Pick<Credentials, 'clusterAdmin' | 'clusterReader'>,
  cluster: ClusterName,
  portalRoles: PortalRoles = defaultRoles,
): AccessToken[] {
  return [
    { token: clusterAdmin, user: 'admin', groups: ['system:masters'] },
    {
      token: clusterReader,
      user: 'system:serviceaccount:tenantry:portal',
      groups: ['system:serviceaccounts'],
      roles: () => portalRoles(cluster),
    },
  ];
}
