import {
  ConflictError,
  isError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { asSentence } from '../sources';
import { explainFailure } from './explainFailure';
import { textAt } from './fields';
import {
  createKubernetesClient,
  KubernetesApiError,
  KubernetesClient,
} from './KubernetesClient';
import {
  collectionPath,
  KubernetesKind,
  KubernetesObject,
} from './KubernetesKind';
import { ClusterConnection } from './readClusterConnections';

/**
 * Where one object is.
 *
 * @public
 */
export interface ObjectAddress {
  connection: ClusterConnection;
  kind: KubernetesKind<unknown>;
  namespace: string;
  name: string;
}

interface FoundObject {
  path: string;
  object: KubernetesObject;
}

/** Somebody else may write at the same time; more than that is something else. */
const maximumAttempts = 3;

/** Errors that say what they have to say already. */
const passedOn = new Set(['NotFoundError', 'ConflictError']);

/**
 * Reads one object, in the first of the versions of its kind that the cluster serves.
 *
 * @throws NotFoundError when there is none.
 * @throws ConflictError when the service account may not read it.
 * @throws ServiceUnavailableError when the cluster does not answer before the signal aborts.
 * @public
 */
export async function readObject(
  options: ObjectAddress & { signal: AbortSignal },
): Promise<KubernetesObject> {
  return withClient(options, async client => {
    const { object } = await find(client, options);
    return object;
  });
}

/**
 * Changes one object, unless somebody else changes it meanwhile: then it is read again and
 * `change` asked again.
 *
 * @param options.change - the JSON merge patch for the object as it is; what it throws is passed on
 * @throws NotFoundError when there is no such object.
 * @throws ConflictError when the cluster refuses the change.
 * @throws ServiceUnavailableError when the cluster does not answer before the signal aborts.
 * @public
 */
export async function changeObject(
  options: ObjectAddress & {
    change(object: KubernetesObject): Record<string, unknown>;
    signal: AbortSignal;
  },
): Promise<void> {
  await withClient(options, async client => {
    for (let attempt = 1; ; attempt++) {
      try {
        await changeOnce(client, options);
        return;
      } catch (error) {
        if (statusOf(error) !== 409 || attempt === maximumAttempts) {
          throw error;
        }
      }
    }
  });
}

async function changeOnce(
  client: KubernetesClient,
  options: Parameters<typeof changeObject>[0],
): Promise<void> {
  const { path, object } = await find(client, options);
  const { metadata, ...patch } = options.change(object);
  const guarded = {
    ...patch,
    metadata: {
      ...(metadata as object | undefined),
      resourceVersion: textAt(object, 'metadata', 'resourceVersion'),
    },
  };
  await client.patch(path, guarded, options.signal);
}

async function find(
  client: KubernetesClient,
  {
    kind,
    namespace,
    name,
    connection,
    signal,
  }: ObjectAddress & { signal: AbortSignal },
): Promise<FoundObject> {
  for (const version of kind.versions) {
    const collection = collectionPath(kind, version, namespace);
    const path = `${collection}/${encodeURIComponent(name)}`;
    try {
      const object = await client.get(path, {}, signal);
      return { path, object: object as KubernetesObject };
    } catch (error) {
      if (statusOf(error) !== 404) {
        throw error;
      }
    }
  }
  throw new NotFoundError(
    `There is no ${kind.kind} ${name} in ${namespace} of ${connection.name}.`,
  );
}

async function withClient<T>(
  address: ObjectAddress,
  use: (client: KubernetesClient) => Promise<T>,
): Promise<T> {
  const client = createKubernetesClient(address.connection);
  try {
    return await use(client);
  } catch (error) {
    throw explain(error, address);
  } finally {
    await client.close();
  }
}

/** What the caller is told. */
function explain(error: unknown, address: ObjectAddress): unknown {
  if (isError(error) && passedOn.has(error.name)) {
    return error;
  }
  const { kind, name, connection } = address;
  const { group, plural } = kind;
  const message = isError(error) ? asSentence(error.message) : '';
  switch (statusOf(error)) {
    case 403:
      return new ConflictError(
        `${connection.name} does not let the portal change ${kind.kind} ${name}. ${message} Its ClusterRole needs apiGroups: ["${group}"], resources: ["${plural}"], verbs: ["get", "patch"].`,
      );
    case 409:
      return new ConflictError(
        `${kind.kind} ${name} is being changed by somebody else. Try again.`,
      );
    case 400:
    case 422:
      return new ConflictError(
        `${connection.name} refuses the change of ${kind.kind} ${name}. ${message}`,
      );
    default:
      return new ServiceUnavailableError(
        `${connection.name} cannot be asked. ${explainFailure(error).message}`,
      );
  }
}

function statusOf(error: unknown): number | undefined {
  return error instanceof KubernetesApiError ? error.statusCode : undefined;
}
