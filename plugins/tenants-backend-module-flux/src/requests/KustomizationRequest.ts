import { ConflictError } from '@backstage/errors';
import {
  changeObject,
  ClusterConnection,
  GitOpsEngine,
  readObject,
} from '@tenantry/plugin-tenants-node';
import {
  kustomization,
  KustomizationProjection,
  sourceKinds,
} from '../objects';
import { requireActive, trusted } from './requirements';

/** Annotation that asks Flux for a look; any value that it has not handled yet counts. */
const requestedAtAnnotation = 'reconcile.fluxcd.io/requestedAt';
const requestedByAnnotation = 'tenantry.dev/requested-by';

type EngineRequest = Parameters<GitOpsEngine['request']>[0];

/** One request about the Kustomization of a tenant environment. */
export class KustomizationRequest {
  readonly #request: EngineRequest;
  readonly #connection: ClusterConnection;
  readonly #requestedAt: string;

  constructor(
    request: EngineRequest,
    connection: ClusterConnection,
    now: Date,
  ) {
    this.#request = request;
    this.#connection = connection;
    this.#requestedAt = now.toISOString();
  }

  async make(): Promise<void> {
    switch (this.#request.request.action) {
      case 'sync':
        return this.#sync();
      case 'refresh':
        return this.#refreshSource(await this.#read());
      case 'suspend':
        return this.#suspend(true);
      case 'resume':
        return this.#suspend(false);
      default:
        throw new ConflictError(
          'Flux does not roll back to an earlier commit. Revert the change in Git instead.',
        );
    }
  }

  /** What is fetched next is to be applied next, so the source comes first. */
  async #sync(): Promise<void> {
    const found = await this.#read();
    requireActive(found);
    if (found.source && sourceKinds.has(found.source.kind)) {
      await this.#refreshSource(found);
    }
    await this.#change(current => {
      requireActive(current);
      return {
        metadata: {
          annotations: {
            [requestedAtAnnotation]: this.#requestedAt,
            [requestedByAnnotation]: this.#request.requestedBy,
          },
        },
      };
    });
  }

  async #refreshSource({ source }: KustomizationProjection): Promise<void> {
    const kind = source && sourceKinds.get(source.kind);
    if (!kind) {
      throw new ConflictError(
        'The Kustomization has no source that can be fetched again. Reconcile it instead.',
      );
    }
    await changeObject({
      ...source,
      kind,
      connection: this.#connection,
      signal: this.#request.signal,
      change: object => {
        if (kind.project(object).suspended) {
          throw new ConflictError(
            `The ${kind.kind} ${source.name} is suspended, so nothing is fetched. Resume it first.`,
          );
        }
        return {
          metadata: {
            annotations: { [requestedAtAnnotation]: this.#requestedAt },
          },
        };
      },
    });
  }

  #suspend(suspend: boolean): Promise<void> {
    return this.#change(({ suspended }) => {
      if (suspended === suspend) {
        throw new ConflictError(
          `The Kustomization is ${
            suspend ? 'suspended already' : 'not suspended'
          }.`,
        );
      }
      return {
        metadata: {
          annotations: { [requestedByAnnotation]: this.#request.requestedBy },
        },
        spec: { suspend },
      };
    });
  }

  async #read(): Promise<KustomizationProjection> {
    const { binding, signal } = this.#request;
    return trusted(await readObject({ ...this.#address(), signal }), binding);
  }

  #change(
    change: (current: KustomizationProjection) => Record<string, unknown>,
  ): Promise<void> {
    const { binding, signal } = this.#request;
    return changeObject({
      ...this.#address(),
      signal,
      change: object => change(trusted(object, binding)),
    });
  }

  #address() {
    const { namespace, name } = this.#request.binding.application;
    const connection = this.#connection;
    return { connection, kind: kustomization, namespace, name };
  }
}
