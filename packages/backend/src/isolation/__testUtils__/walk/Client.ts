import { randomUUID } from 'node:crypto';

/** What the things of one client are called; a request can name each. */
export interface ClientNames {
  tenant: string;
  environment: string;
  cluster: string;
  namespace: string;
  /** Name of the group that owns the tenant. */
  group: string;
  /** Name of somebody in the group. */
  user: string;
  entityUid: string;
  taskId: string;
  notificationId: string;
}

/** A client that others must not learn of. */
export interface Client {
  names: ClientNames;
  /**
   * What tells of the client: each of these is in no answer to anybody else, unless it was in the
   * question.
   */
  marks: string[];
}

/** Names of the same form, of a client that does not exist. */
export function absentNames(names: ClientNames): ClientNames {
  const absent = names.tenant.replace(/[a-z]/g, 'z');
  const replaced = Object.entries(names).map(([key, name]) => [
    key,
    name.replaceAll(names.tenant, absent),
  ]);
  return {
    ...Object.fromEntries(replaced),
    entityUid: randomUUID(),
    taskId: randomUUID(),
    notificationId: randomUUID(),
  };
}
