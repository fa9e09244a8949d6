import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  AUDIENCE_ANNOTATION,
  DESCRIPTOR_ANNOTATION,
  ENVIRONMENT_ANNOTATION,
  TENANT_ANNOTATION,
} from '@tenantry/plugin-tenants-common';
import { descriptorOf } from '../entities';
import { searchKeys } from './searchKeys';

/** What the registry alone says is there, as `<kind>/<type>` in lower case. */
const registryTypes = [
  'domain/client',
  'group/client',
  'resource/environment',
  'resource/kubernetes-cluster',
  'system/tenant-environment',
];

const registryAnnotations = [
  DESCRIPTOR_ANNOTATION,
  ENVIRONMENT_ANNOTATION,
  TENANT_ANNOTATION,
];

/**
 * Refuses entities that take themselves for ones of the registry, and templates that open themselves
 * to clients. What clients may see hangs on these marks, so nobody gets them by registering or
 * editing an entity. An entity that is refused stays as the catalog has it, or does not get into it.
 */
export class RegistryAuthorityProcessor implements CatalogProcessor {
  readonly #registryUrl: string;
  readonly #operatorLocations: ReadonlySet<string>;

  /**
   * @param options - `operatorLocations` are the locations that the configuration names, as
   *   `<type>:<target>`; what comes from them is the operators' own.
   */
  constructor(options: {
    registryUrl: string;
    operatorLocations: ReadonlySet<string>;
  }) {
    this.#registryUrl = options.registryUrl;
    this.#operatorLocations = options.operatorLocations;
  }

  getProcessorName(): string {
    return 'TenantRegistryAuthorityProcessor';
  }

  /** @throws NotAllowedError that names the entity, the mark and the rule. */
  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    originLocation: LocationSpec,
  ): Promise<Entity> {
    if (descriptorOf(entity, this.#registryUrl) === undefined) {
      this.#assertForeign(entity, originLocation);
    }
    return entity;
  }

  #assertForeign(entity: Entity, { type, target }: LocationSpec): void {
    const entityType = `${entity.kind}/${entity.spec?.type}`;
    if (registryTypes.includes(entityType.toLocaleLowerCase('en-US'))) {
      throw refusal(entity, `is a ${entityType}`, 'the registry');
    }
    const keys = new Set(searchKeys(entity.metadata, ''));
    const has = (annotation: string) => keys.has(`.annotations.${annotation}`);
    const mark = registryAnnotations.find(has);
    if (mark) {
      throw refusal(entity, `has the annotation ${mark}`, 'the registry');
    }
    if (
      has(AUDIENCE_ANNOTATION) &&
      !this.#operatorLocations.has(`${type}:${target}`)
    ) {
      throw refusal(
        entity,
        `has the annotation ${AUDIENCE_ANNOTATION}`,
        'a location of catalog.locations in the configuration',
      );
    }
  }
}

function refusal(entity: Entity, what: string, where: string) {
  return new NotAllowedError(
    `${stringifyEntityRef(
      entity,
    )} ${what}, which only entities of ${where} may.`,
  );
}
