import { createHash, randomInt } from 'node:crypto';
import { KubernetesObject, ObjectMetadata } from '../kubernetes/ObjectStore';

/** What Kubernetes makes generated names from: no vowels, so no words. */
const letters = 'bcdfghjklmnpqrstvwxz2456789';

/** A suffix such as `x7k2p`, new each time. */
export function randomSuffix(length = 5): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join(
    '',
  );
}

/** A suffix that is always the same for the same value. */
export function hashSuffix(value: unknown, length = 10): string {
  const digest = createHash('sha256').update(JSON.stringify(value)).digest();
  return [...digest.subarray(0, length)]
    .map(byte => letters[byte % letters.length])
    .join('');
}

/** A number from 0 up to the limit, the limit excluded, always the same for the same text. */
export function hashNumber(text: string, limit: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % limit;
}

/** The reference by which an object is owned, and goes when its owner does. */
export function ownedBy({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): NonNullable<ObjectMetadata['ownerReferences']> {
  return [
    {
      apiVersion,
      kind,
      name: metadata.name,
      uid: metadata.uid!,
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
}

/** Whether an object is owned by another one. */
export function isOwnedBy(
  { metadata }: KubernetesObject,
  owner: KubernetesObject,
): boolean {
  return Boolean(
    metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid),
  );
}
