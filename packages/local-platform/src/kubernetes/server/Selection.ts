import { KubernetesObject } from '../ObjectStore';
import { apiVersionOf } from '../resources';
import { parseFieldSelector } from '../selectors/fieldSelector';
import { parseLabelSelector } from '../selectors/labelSelector';
import { ApiContext, ApiRequest } from './ApiContext';
import { Target } from './parseTarget';
import { storedVersionOf, toServed } from './versions';

/** The objects that a list, a watch or a collective deletion is about. */
export class Selection {
  readonly #target: Target;
  readonly #matchesLabels: ReturnType<typeof parseLabelSelector>;
  readonly #matchesFields: ReturnType<typeof parseFieldSelector>;

  /** @throws InputError when a selector cannot be parsed. */
  constructor(target: Target, query: ApiRequest['query']) {
    const { definition } = target;
    this.#target = target;
    this.#matchesLabels = parseLabelSelector(query.get('labelSelector') ?? '');
    this.#matchesFields = parseFieldSelector(query.get('fieldSelector') ?? '', {
      apiVersion: apiVersionOf(definition),
      kind: definition.kind,
    });
  }

  /** Ordered by namespace and name; never to be modified. */
  list({ store }: ApiContext): readonly KubernetesObject[] {
    const { definition, namespace } = this.#target;
    const apiVersion = storedVersionOf(definition);
    return store
      .view({ apiVersion, kind: definition.kind, namespace })
      .filter(object => this.matches(object));
  }

  matches(object: KubernetesObject | undefined): boolean {
    return (
      object !== undefined &&
      this.#isInScope(object) &&
      this.#matchesLabels(object.metadata.labels) &&
      this.#matchesFields(toServed(object, this.#target.definition))
    );
  }

  #isInScope({ apiVersion, kind, metadata }: KubernetesObject): boolean {
    const { definition, namespace, name } = this.#target;
    return (
      kind === definition.kind &&
      apiVersion === storedVersionOf(definition) &&
      (namespace === undefined || metadata.namespace === namespace) &&
      (name === undefined || metadata.name === name)
    );
  }
}
