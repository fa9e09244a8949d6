import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { pointer } from '../json';
import { judgedEnvironments, RegisteredEnvironment } from './judged';

/** A tenant environment is what its name says, where its environment may be. */
export function conventionFindings(inspection: Inspection): Finding[] {
  return judgedEnvironments(inspection).flatMap(registered => [
    ...nameFindings(registered),
    ...clusterFindings(registered, inspection),
    ...matcherFindings(registered),
    ...domainFindings(registered, inspection),
  ]);
}

function nameFindings({ file, descriptor }: RegisteredEnvironment): Finding[] {
  const { tenant, environment } = descriptor.spec;
  const expected = `${tenant}-${environment}`;
  return (['namespace', 'application'] as const)
    .filter(field => descriptor.spec[field] !== expected)
    .map(field => ({
      rule: 'naming-convention',
      file,
      path: pointer('spec', field),
      message: `/spec/${field} is "${descriptor.spec[field]}", but every tenant's is <name>-<environment>, here "${expected}".`,
      help: `Write "${expected}".`,
    }));
}

function clusterFindings(
  { file, descriptor }: RegisteredEnvironment,
  { after }: Inspection,
): Finding[] {
  const { cluster, environment } = descriptor.spec;
  const clusters =
    after.environments.get(environment)?.descriptor.spec.clusters ?? [];
  return clusters.includes(cluster)
    ? []
    : [
        {
          rule: 'environment-cluster',
          file,
          path: '/spec/cluster',
          message: `/spec/cluster is "${cluster}", but the environment "${environment}" is on ${clusters.join(
            ', ',
          )}.`,
          help: 'Choose a cluster of the environment.',
        },
      ];
}

/** What is measured for a tenant is shown to the tenant: it must be nobody else's. */
function matcherFindings({
  file,
  descriptor,
}: RegisteredEnvironment): Finding[] {
  const { metricMatchers, cluster, namespace } = descriptor.spec;
  if (!metricMatchers) {
    return [];
  }
  return Object.entries({ cluster, namespace })
    .filter(([label, value]) => metricMatchers[label] !== value)
    .map(([label, value]) => ({
      rule: 'metric-matchers',
      file,
      path: pointer('spec', 'metricMatchers'),
      message: `/spec/metricMatchers does not say ${label}="${value}", so that it could select series of others.`,
      help: `Add ${label}: ${value}, or leave out metricMatchers.`,
    }));
}

/** Below the platform's own domain, a tenant has the names that have its name in them. */
function domainFindings(
  { file, descriptor }: RegisteredEnvironment,
  { after }: Inspection,
): Finding[] {
  const { baseDomain } = after.platform.descriptor.spec;
  const { tenant, hostnames } = descriptor.spec;
  return hostnames
    .map(({ host }, index) => ({ host, index }))
    .filter(({ host }) => `.${host}`.endsWith(`.${baseDomain}`))
    .filter(
      ({ host }) =>
        !host.slice(0, -baseDomain.length).split('.').includes(tenant),
    )
    .map(({ host, index }) => ({
      rule: 'hostname-domain',
      file,
      path: pointer('spec', 'hostnames', index, 'host'),
      message: `The hostname "${host}" is the platform's own: "${tenant}" is no part of it.`,
      help: `Use a name such as web.${tenant}.${descriptor.spec.environment}.${baseDomain}.`,
    }));
}
