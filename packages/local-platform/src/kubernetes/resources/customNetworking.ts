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
});

/** The custom resources of Istio and of the Gateway API. */
export const networkingResources = [
  istioNetworking('Gateway', { shortNames: ['gw'] }),
  istioNetworking('VirtualService', { shortNames: ['vs'] }),
  istioNetworking('DestinationRule', { shortNames: ['dr'] }),
  istioNetworking('ServiceEntry', {
    plural: 'serviceentries',
    shortNames: ['se'],
  }),
  istioSecurity('AuthorizationPolicy', {
    plural: 'authorizationpolicies',
    shortNames: ['ap'],
  }),
  istioSecurity('PeerAuthentication', { shortNames: ['pa'] }),
  istioSecurity('RequestAuthentication', { shortNames: ['ra'] }),
  gatewayApi('Gateway', { shortNames: ['gtw'] }),
  gatewayApi('HTTPRoute'),
  gatewayApi('GRPCRoute'),
];
