import { IndexableDocument } from '@backstage/plugin-search-common';
import { TenantEnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';

/**
 * A tenant in the search index.
 *
 * @public
 */
export type TenantDocument = IndexableDocument & {
  /** Names, in promotion order. */
  environments: string[];
  authorization: {
    resourceRef: string;
    /** Entity refs, by which a search engine can tell who may see the tenant. */
    owners: string[];
  };
};

/**
 * One document for each tenant: everything by which somebody may look for it, people's addresses
 * left out.
 *
 * A name is in no more fields than needed: Lunr takes a word for common, and worthless, when it is
 * in many fields of few documents, and would then find `acme-10` before `acme-01`.
 */
export function tenantDocuments(registry: Registry): TenantDocument[] {
  return [...registry.tenants.values()].map(({ descriptor }) => {
    const { name } = descriptor.metadata;
    const environments = environmentsOf(name, registry);
    return {
      title: `${descriptor.spec.title} (${name})`,
      text: environments.map(spec => environmentText(spec, registry)).join(' '),
      location: `/tenants/${encodeURIComponent(name)}`,
      environments: environments.map(({ environment }) => environment),
      authorization: {
        resourceRef: name,
        owners: [`group:default/${descriptor.spec.owner}`],
      },
    };
  });
}

function environmentsOf(
  tenant: string,
  registry: Registry,
): TenantEnvironmentDescriptor['spec'][] {
  return [...registry.environments.keys()].flatMap(
    environment =>
      registry.tenantEnvironments.get(`${tenant}-${environment}`)?.descriptor
        .spec ?? [],
  );
}

function environmentText(
  spec: TenantEnvironmentDescriptor['spec'],
  registry: Registry,
): string {
  const title =
    registry.environments.get(spec.environment)?.descriptor.spec.title ??
    spec.environment;
  const facts = [
    `namespace ${spec.namespace} on cluster ${spec.cluster}`,
    ...Object.values(spec.immutable),
    ...spec.hostnames.map(({ host }) => host),
  ];
  return `${title}: ${facts.join(', ')}.`;
}
