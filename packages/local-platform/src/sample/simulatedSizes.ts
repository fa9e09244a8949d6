import { hashNumber } from '../controllers/names';
import { KubernetesObject } from '../kubernetes/ObjectStore';
import { WorldVolume } from './World';

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;
const dayMs = 24 * 60 * 60_000;

/** A database starts small and grows by some 50 to 250 MiB a day. */
export function databaseSizeBytes(
  namespace: string,
  createdAt: Date,
  now: Date,
): number {
  const days = (now.getTime() - createdAt.getTime()) / dayMs;
  const perDay = (50 + hashNumber(namespace, 200)) * mebibyte;
  return Math.round(200 * mebibyte + days * perDay);
}

const walBytes = 2 * gibibyte;

/** How full a bound claim is: one of a database's data, of its write-ahead log, or another. */
export function volumeOf(
  { metadata, spec, status }: KubernetesObject,
  databaseBytes: number,
): WorldVolume[] {
  const { phase } = (status ?? {}) as { phase?: string };
  if (phase !== 'Bound') {
    return [];
  }
  const { resources } = spec as {
    resources: { requests: { storage: string } };
  };
  const capacityBytes = bytesOf(resources.requests.storage);
  const contentBytes = contentOf(metadata.labels ?? {}, databaseBytes);
  return [
    {
      claim: metadata.name,
      capacityBytes,
      usedBytes: Math.min(contentBytes, capacityBytes),
    },
  ];
}

function contentOf(
  labels: Record<string, string>,
  databaseBytes: number,
): number {
  switch (labels['cnpg.io/pvcRole']) {
    case 'PG_DATA':
      return databaseBytes;
    case 'PG_WAL':
      return walBytes;
    default:
      return 40 * mebibyte;
  }
}

const unitBytes: Readonly<Record<string, number>> = {
  G: 1e9,
  Mi: mebibyte,
  Gi: gibibyte,
  Ti: 1024 * gibibyte,
};

/** A quantity such as `50Gi`, in bytes. */
function bytesOf(quantity: string): number {
  const [, amount, unit] = /^(\d+)([A-Za-z]*)$/.exec(quantity) ?? [];
  return Number(amount ?? 0) * (unit ? unitBytes[unit] ?? 1 : 1);
}
