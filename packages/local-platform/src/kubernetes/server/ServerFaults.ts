import { ClusterFault, FaultBoard, KindFault } from '../../faults';
import { qualifiedResource, ResourceDefinition } from '../resources';
import { ApiError, expired } from './ApiError';
import { Reply } from './ApiContext';
import { Target } from './parseTarget';

/** What is wrong with one API server, as the board has it at the moment. */
export class ServerFaults {
  readonly #cluster: string;
  readonly #faults: FaultBoard;

  constructor(options: { cluster: string; faults: FaultBoard }) {
    this.#cluster = options.cluster;
    this.#faults = options.faults;
  }

  isOn(fault: ClusterFault): boolean {
    return this.#faults.isActive(fault, this.#cluster);
  }

  isOnFor(fault: KindFault, definition: ResourceDefinition): boolean {
    const resource = qualifiedResource(definition);
    return this.#faults.isActive(fault, `${this.#cluster}/${resource}`);
  }

  /** Whether watches that are open have to be opened again to meet a fault. */
  endsWatches(): boolean {
    return (
      this.isOn('expired-credentials') ||
      this.isOn('expired-resource-version') ||
      this.isOn('malformed-answers') ||
      this.#faults
        .list()
        .some(
          ({ name, target }) =>
            (name === 'forbidden-kind' || name === 'missing-kind') &&
            target.startsWith(`${this.#cluster}/`),
        )
    );
  }

  /** @throws ApiError when a fault makes the server refuse. */
  refuse({ definition, verb }: Target, query: URLSearchParams): void {
    const resource = qualifiedResource(definition);
    if (this.isOnFor('forbidden-kind', definition)) {
      throw new ApiError(
        { code: 403, reason: 'Forbidden' },
        `${resource} is forbidden: the fault forbidden-kind is on`,
      );
    }
    const isResumed = verb === 'watch' && query.get('resourceVersion');
    const isNextPage = verb === 'list' && query.get('continue');
    if (this.isOn('expired-resource-version') && (isResumed || isNextPage)) {
      throw expired('too old resource version');
    }
  }

  /** The answer as it goes out: cut off in the middle while the fault is on. */
  spoil(reply: Reply): Reply {
    if (!this.isOn('malformed-answers')) {
      return reply;
    }
    if ('stream' in reply) {
      return { code: 200, body: '{"type":"ADDED","object":{"metadata"\n' };
    }
    const { body } = reply;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { ...reply, body: text.slice(0, Math.ceil(text.length / 2)) };
  }
}
