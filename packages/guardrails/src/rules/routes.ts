import { Finding } from '@tenantry/plugin-tenants-common';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { asRecord, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';
import { isForeign } from './services';

/** Where a kind says to which service and port it sends its callers. */
interface Destinations {
  paths: string[];
  host?: string[];
  port: string[];
}

const istioRoutes = ['http', 'tcp', 'tls'].map(
  protocol => `spec.${protocol}.*.route.*.destination`,
);
const routeRules: Destinations = {
  paths: [
    'spec.rules.*.backendRefs.*',
    'spec.rules.*.filters.*.requestMirror.backendRef',
    'spec.rules.*.backendRefs.*.filters.*.requestMirror.backendRef',
  ],
  port: ['port'],
};

const destinations: Record<string, Destinations> = {
  'gateway.networking.k8s.io/GRPCRoute': routeRules,
  'gateway.networking.k8s.io/HTTPRoute': routeRules,
  'gateway.networking.k8s.io/TLSRoute': routeRules,
  'networking.istio.io/VirtualService': {
    paths: [
      ...istioRoutes,
      'spec.http.*.mirror',
      'spec.http.*.mirrors.*.destination',
    ],
    host: ['host'],
    port: ['port', 'number'],
  },
  'networking.k8s.io/Ingress': {
    paths: [
      'spec.defaultBackend.service',
      'spec.rules.*.http.paths.*.backend.service',
    ],
    port: ['port', 'number'],
  },
};

/** What routes lead to is in the tenant's namespace, and behind no closed port. */
export function routeFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(folder =>
    folder.manifests.flatMap(manifest =>
      manifest.group === '' && manifest.kind === 'Service'
        ? loadBalancerFindings(manifest, folder)
        : destinationFindings(manifest, folder),
    ),
  );
}

function destinationFindings(
  manifest: Manifest,
  folder: EnvironmentFolder,
): Finding[] {
  const known = destinations[`${manifest.group}/${manifest.kind}`];
  if (!known) {
    return [];
  }
  return known.paths
    .flatMap(path => valuesAt(manifest.object, path))
    .flatMap(({ path, value }) => [
      ...foreignFindings(manifest, folder, {
        path: path + pointer(...(known.host ?? [])),
        host: known.host && at(value, known.host),
      }),
      ...portFindings(manifest, folder, {
        path: path + pointer(...known.port),
        port: at(value, known.port),
      }),
    ]);
}

/** A load balancer is a route of its own. */
function loadBalancerFindings(
  manifest: Manifest,
  folder: EnvironmentFolder,
): Finding[] {
  const spec = asRecord(manifest.object.spec);
  if (spec.type !== 'LoadBalancer') {
    return [];
  }
  return valuesAt(spec, 'ports.*').flatMap(({ path, value }) => {
    const { port, targetPort = port } = asRecord(value);
    const place = pointer('spec') + path;
    return [
      ...portFindings(manifest, folder, { path: `${place}/port`, port }),
      ...portFindings(manifest, folder, {
        path: `${place}/targetPort`,
        port: targetPort,
      }),
    ];
  });
}

function foreignFindings(
  manifest: Manifest,
  { binding }: EnvironmentFolder,
  { path, host }: { path: string; host: unknown },
): Finding[] {
  return isForeign(host, binding.namespace)
    ? [
        manifestFinding(manifest, {
          rule: 'route-destination',
          path,
          message: `"${host}" is a service of another namespace.`,
          help: 'Name a service of the own namespace.',
        }),
      ]
    : [];
}

/** A port that is not named by its number could be any, closed ones among them. */
function portFindings(
  manifest: Manifest,
  { environment }: EnvironmentFolder,
  { path, port }: { path: string; port: unknown },
): Finding[] {
  const closed = environment.guardrails.closedPorts ?? [];
  const isOpen = typeof port === 'number' && !closed.includes(port);
  if (closed.length === 0 || isOpen) {
    return [];
  }
  return [
    manifestFinding(manifest, {
      rule: 'closed-port',
      path,
      message:
        typeof port === 'number'
          ? `the port ${port} is closed: nobody may be routed to it.`
          : 'the port has to be named by its number, so that it can be told from the closed ones.',
      help: `Route to another port than ${closed.join(', ')}.`,
    }),
  ];
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((parent, key) => asRecord(parent)[key], value);
}
