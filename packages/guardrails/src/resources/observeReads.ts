import { isRecord, pointer } from '../json';

/**
 * A field that the models declare, but whose generator takes it for documentation of the schema:
 * their validators never look at it.
 */
const overlookedField = 'description';

interface Reads {
  keys: Set<string>;
  /** Whether all keys were asked for, as one does with a mapping of free keys. */
  enumerated: boolean;
}

/** A value that remembers which of its fields somebody looked at. */
export interface Observed {
  /** To be looked at in the place of the value. */
  value: unknown;
  /** JSON pointers of the fields that nobody looked at, though others beside them were. */
  unreadFields(): string[];
}

/** Watches which fields of a value are read, however deep. */
export function observeReads(value: unknown): Observed {
  const reads = new Map<object, Reads>();
  const proxies = new Map<object, unknown>();

  function observe(target: unknown): unknown {
    if (typeof target !== 'object' || target === null) {
      return target;
    }
    if (!proxies.has(target)) {
      const read: Reads = { keys: new Set(), enumerated: false };
      reads.set(target, read);
      proxies.set(target, new Proxy(target, recorder(read, observe)));
    }
    return proxies.get(target);
  }

  return {
    value: observe(value),
    unreadFields: () => unreadFields(value, '', reads),
  };
}

function recorder(
  read: Reads,
  observe: (value: unknown) => unknown,
): ProxyHandler<object> {
  return {
    get(target, key) {
      read.keys.add(String(key));
      return observe(Reflect.get(target, key));
    },
    has(target, key) {
      read.keys.add(String(key));
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      read.enumerated = true;
      return Reflect.ownKeys(target);
    },
  };
}

function unreadFields(
  value: unknown,
  path: string,
  reads: ReadonlyMap<object, Reads>,
): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) =>
      unreadFields(entry, path + pointer(index), reads),
    );
  }
  const read = isRecord(value) ? reads.get(value) : undefined;
  if (!isRecord(value) || !read) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const place = path + pointer(key);
    return isUnread(key, read) ? [place] : unreadFields(child, place, reads);
  });
}

function isUnread(key: string, { keys, enumerated }: Reads): boolean {
  // Nobody looks into a mapping of which nothing is known.
  return (
    !enumerated && keys.size > 0 && !keys.has(key) && key !== overlookedField
  );
}
