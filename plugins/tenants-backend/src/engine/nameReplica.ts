import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

const maximumLength = 60;

/** A name that no other replica has, not even the one that this host ran before. */
export function nameReplica(): string {
  return `${hostname().slice(0, maximumLength)}-${randomUUID().slice(0, 8)}`;
}
