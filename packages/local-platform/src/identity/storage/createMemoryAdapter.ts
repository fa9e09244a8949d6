import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { ExpiringMap } from './ExpiringMap';

/** Sessions, codes and tokens kept at the same time, of one kind. */
const maximumSize = 10_000;

class MemoryAdapter implements Adapter {
  constructor(
    private readonly store: ExpiringMap<AdapterPayload>,
    private readonly allStores: Map<string, ExpiringMap<AdapterPayload>>,
  ) {}

  async upsert(
    id: string,
    payload: AdapterPayload,
    expiresInSeconds = Infinity,
  ): Promise<void> {
    this.store.set(id, payload, expiresInSeconds * 1000);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.store.get(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.store.find(payload => payload.uid === uid);
  }

  /** Only for devices without a browser, which this provider does not serve. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.store.get(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.store.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const store of this.allStores.values()) {
      store.deleteWhere(payload => payload.grantId === grantId);
    }
  }
}

/**
 * Keeps what the provider has to remember in memory, for one provider. After a restart users
 * sign in again, which is one click here.
 */
export function createMemoryAdapter(): AdapterFactory {
  const stores = new Map<string, ExpiringMap<AdapterPayload>>();
  return name => {
    const store =
      stores.get(name) ?? new ExpiringMap({ maximumSize, now: Date.now });
    stores.set(name, store);
    return new MemoryAdapter(store, stores);
  };
}
