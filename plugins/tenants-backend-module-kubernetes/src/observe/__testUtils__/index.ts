import {
  KindAvailability,
  KubernetesKind,
  KubernetesObject,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultThresholds } from '../../config';
import { ObserveContext } from '../ObserveContext';

/** The time of all fixtures. */
export const now = new Date('2026-03-01T12:00:00Z');

export function binding(...objects: string[]): TenantBinding {
  return {
    tenant: 'acme-01',
    environment: 'devnet',
    order: 1,
    cluster: 'devnet',
    namespace: 'acme-01-devnet',
    application: {
      engine: 'argocd',
      cluster: 'hub',
      namespace: 'argocd',
      name: 'acme',
    },
    metricMatchers: {},
    repositoryPath: '',
    owner: 'group:default/acme-01',
    suspended: false,
    components: [{ name: 'all', title: 'All', type: 'all', objects }],
  };
}

/** An object of one situation, with another name or other metadata where they are given. */
export function fixture(
  situation: string,
  name?: string,
  metadata: object = {},
): KubernetesObject {
  const path = join(__dirname, '../../health/__fixtures__', situation);
  const object = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  Object.assign(object.metadata, name && { name }, metadata);
  return object;
}

/** A namespace with some objects, in which some kinds cannot be seen. */
export function viewOf(
  objects: KubernetesObject[],
  unavailable: Record<string, KindAvailability> = {},
): NamespaceView {
  return {
    objects<P>(kind: KubernetesKind<P>) {
      const versions = kind.versions.map(version =>
        kind.group ? `${kind.group}/${version}` : version,
      );
      const entries = objects
        .filter(
          object =>
            object.kind === kind.kind &&
            versions.includes(object.apiVersion as string),
        )
        .map((object): [string, P] => [
          (object.metadata as { name: string }).name,
          kind.project(object),
        ]);
      return new Map(entries);
    },
    availability: ({ kind }) => unavailable[kind] ?? { phase: 'Observed' },
  };
}

/** What an observation of a namespace with these objects follows from. */
export function contextOf(
  objects: KubernetesObject[],
  options: {
    named?: string[];
    allowList?: string[];
    unavailable?: Record<string, KindAvailability>;
  } = {},
): ObserveContext {
  const { named = [], allowList = [], unavailable } = options;
  return {
    binding: { ...binding(...named), allowList },
    view: viewOf(objects, unavailable),
    now,
    thresholds: defaultThresholds,
  };
}
