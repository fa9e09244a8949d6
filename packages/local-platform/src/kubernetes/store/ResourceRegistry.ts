import { InputError } from '@backstage/errors';
import { apiVersionOf, ResourceDefinition } from '../resources';

/** Finds the definition of a kind whose objects are stored. */
export class ResourceRegistry {
  readonly #byKind: Map<string, ResourceDefinition>;

  constructor(readonly definitions: readonly ResourceDefinition[]) {
    const stored = definitions.filter(({ sameAs }) => !sameAs);
    this.#byKind = new Map(
      stored.map(definition => [
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
