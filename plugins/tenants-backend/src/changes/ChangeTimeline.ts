import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Forge, ListedPullRequest } from '@tenantry/forges';
import { changeEvents, KnownPlaces } from './changeEvents';
import { ChangeEventStore } from './DatabaseChangeEventStore';

export interface ChangeTimelineOptions {
  forge: () => Pick<Forge, 'listPullRequests' | 'readChangedPaths'>;
  store: ChangeEventStore;
  /** The tenant environments that the registry has now. */
  places: () => KnownPlaces;
  /** Events that are older are left out; they would be deleted again. */
  maximumAgeMs: number;
  logger: LoggerService;
  /** Called after events have been stored. */
  onChanged(): void;
  now?: () => Date;
}

const maximumPullRequests = 50;

interface KnownPaths {
  updatedAt: string;
  paths: string[];
}

/** Writes what happens to pull requests into the timelines of the tenants that they touch. */
export class ChangeTimeline {
  readonly #options: ChangeTimelineOptions;
  #paths = new Map<number, KnownPaths>();
  #written = new Set<string>();
  #failing = false;

  constructor(options: ChangeTimelineOptions) {
    this.#options = options;
  }

  /** Never rejects: a forge or a database that is away changes nothing, and is logged once. */
  async runOnce(signal?: AbortSignal): Promise<void> {
    try {
      await this.#read(signal);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing && !signal?.aborted) {
        this.#options.logger.warn(
          `Changes cannot be told in the timeline: ${stringifyError(error)}`,
        );
      }
      this.#failing = true;
    }
  }

  async #read(signal?: AbortSignal): Promise<void> {
    const { store, places, maximumAgeMs, onChanged } = this.#options;
    const { now = () => new Date() } = this.#options;
    const forge = this.#options.forge();
    const pulls = await forge.listPullRequests(maximumPullRequests, { signal });
    await this.#readPaths(forge, pulls, signal);
    const oldest = new Date(now().getTime() - maximumAgeMs).toISOString();
    const known = [...places()];
    const events = pulls
      .flatMap(pull =>
        changeEvents(pull, this.#paths.get(pull.number)?.paths ?? [], known),
      )
      .filter(({ event }) => event.at >= oldest);
    const fresh = events.filter(({ key }) => !this.#written.has(key));
    await store.add(fresh);
    this.#written = new Set(events.map(({ key }) => key));
    if (fresh.length > 0) {
      onChanged();
    }
  }

  /** Asks for the files only of those that something happened to since. */
  async #readPaths(
    forge: Pick<Forge, 'readChangedPaths'>,
    pulls: readonly ListedPullRequest[],
    signal?: AbortSignal,
  ): Promise<void> {
    const listed = new Set(pulls.map(({ number }) => number));
    for (const number of this.#paths.keys()) {
      if (!listed.has(number)) {
        this.#paths.delete(number);
      }
    }
    for (const { number, updatedAt } of pulls) {
      if (this.#paths.get(number)?.updatedAt !== updatedAt) {
        const paths = await forge.readChangedPaths(number, { signal });
        this.#paths.set(number, { updatedAt, paths });
      }
    }
  }
}
