import { conditionColumn, customAgeColumn, pathColumn } from './columns/column';
import { definitionsOf } from './define';

const istioNetworking = definitionsOf('networking.istio.io', 'v1', {
  custom: true,
  categories: ['istio-io', 'networking-istio-io'],
});
const istioSecurity = definitionsOf('security.istio.io', 'v1', {
  custom: true,
  categories: ['istio-io', 'security-istio-io'],
});
const gatewayApi = definitionsOf('gateway.networking.k8s.io', 'v1', {
  custom: true,
  categories: ['gateway-api'],
  columns: [pathColumn('Hostnames', '.spec.hostnames'), customAgeColumn],
});
const hostColumns = [pathColumn('Host', '.spec.host'), customAgeColumn];

/** The custom resources of Istio and of the Gateway API. */
export const networkingResources = [
  istioNetworking('Gateway', { shortNames: ['gw'] }),
  istioNetworking('VirtualService', {
    shortNames: ['vs'],
    columns: [
      pathColumn('Gateways', '.spec.gateways'),
      pathColumn('Hosts', '.spec.hosts'),
      customAgeColumn,
    ],
  }),
  istioNetworking('DestinationRule', {
    shortNames: ['dr'],
    columns: hostColumns,
  }),
  istioNetworking('ServiceEntry', {
    plural: 'serviceentries',
    shortNames: ['se'],
    columns: [
      pathColumn('Hosts', '.spec.hosts'),
      pathColumn('Location', '.spec.location'),
      pathColumn('Resolution', '.spec.resolution'),
      customAgeColumn,
    ],
  }),
  istioSecurity('AuthorizationPolicy', {
    plural: 'authorizationpolicies',
    shortNames: ['ap'],
    columns: [pathColumn('Action', '.spec.action'), customAgeColumn],
  }),
  istioSecurity('PeerAuthentication', {
    shortNames: ['pa'],
    columns: [pathColumn('Mode', '.spec.mtls.mode'), customAgeColumn],
  }),
  istioSecurity('RequestAuthentication', { shortNames: ['ra'] }),
  gatewayApi('Gateway', {
    shortNames: ['gtw'],
    columns: [
      pathColumn('Class', '.spec.gatewayClassName'),
      pathColumn('Address', '.status.addresses[0].value'),
      conditionColumn('Programmed', 'Programmed'),
      customAgeColumn,
    ],
  }),
  gatewayApi('HTTPRoute'),
  gatewayApi('GRPCRoute'),
];
