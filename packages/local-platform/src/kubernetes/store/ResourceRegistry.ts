import { InputError } from '@backstage/errors';
import { apiVersionOf, ResourceDefinition } from '../resources';

/** Finds the definition of a kind. */
export class ResourceRegistry {
  readonly #byKind: Map<string, ResourceDefinition>;

  constructor(readonly definitions: readonly ResourceDefinition[]) {
    this.#byKind = new Map(
      definitions.map(definition => [
        `${apiVersionOf(definition)} ${definition.kind}`,
        definition,
      ]),
    );
  }

  /** @throws InputError when there is none. */
  definition(apiVersion: string, kind: string): ResourceDefinition {
    const found = this.#byKind.get(`${apiVersion} ${kind}`);
    if (!found) {
      throw new InputError(
        `no matches for kind "${kind}" in version "${apiVersion}"`,
      );
    }
    return found;
  }
}
