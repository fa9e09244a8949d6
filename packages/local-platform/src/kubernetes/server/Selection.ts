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
  /** Whether it selects all of a kind, in a namespace or everywhere. */
  readonly #isOfAll: boolean;
  readonly #matchesLabels: ReturnType<typeof parseLabelSelector>;
  readonly #matchesFields: ReturnType<typeof parseFieldSelector>;

  /** @throws InputError when a selector cannot be parsed. */
  constructor(target: Target, query: ApiRequest['query']) {
    const { definition, name } = target;
    const labelSelector = query.get('labelSelector') ?? '';
    const fieldSelector = query.get('fieldSelector') ?? '';
    this.#target = target;
    this.#isOfAll = !name && !labelSelector && !fieldSelector;
    this.#matchesLabels = parseLabelSelector(labelSelector);
    this.#matchesFields = parseFieldSelector(fieldSelector, {
      apiVersion: apiVersionOf(definition),
      kind: definition.kind,
    });
  }

  /** Ordered by namespace and name; never to be modified. */
  list({ store }: ApiContext): readonly KubernetesObject[] {
    const { definition, namespace } = this.#target;
    const apiVersion = storedVersionOf(definition);
    const all = store.view({ apiVersion, kind: definition.kind, namespace });
    // Each page of a list asks for it again.
    return this.#isOfAll ? all : all.filter(object => this.matches(object));
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
