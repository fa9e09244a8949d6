import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Forge, ListedCommit, ListedPullRequest } from '@tenantry/forges';
import { pace } from '@tenantry/plugin-tenants-node';
import { KeyedEvent } from '../store';
import { ChangedPaths, PathsForge } from './ChangedPaths';
import { changeEvents, commitEvents, KnownPlaces } from './changeEvents';
import { CommitOrder } from './CommitOrder';
import { ChangeEventStore } from './DatabaseChangeEventStore';
import { mainline } from './mainline';

export interface ChangeTimelineOptions {
  forge: () => PathsForge & Pick<Forge, 'listPullRequests' | 'listCommits'>;
  store: ChangeEventStore;
  order: CommitOrder;
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
const maximumCommits = 50;

/** Writes what happens to pull requests, and what comes without one, into the timelines of the tenants that they touch. */
export class ChangeTimeline {
  readonly #options: ChangeTimelineOptions;
  readonly #paths = new ChangedPaths();
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
    const { store, order, onChanged } = this.#options;
    const forge = this.#options.forge();
    // Commits come first: what is merged after that is a pull request in any case.
    const line = mainline(await forge.listCommits(maximumCommits, { signal }));
    const pulls = await forge.listPullRequests(maximumPullRequests, { signal });
    const known = await order.positionsOf(line.map(({ id }) => id));
    const commits = this.#directCommits(line, pulls);
    const unread = commits.filter(({ id }) => !known.has(id));
    await this.#paths.ofPullRequests(forge, pulls, signal);
    await this.#paths.ofCommits(forge, unread, signal);
    this.#paths.retain(new Set([...pulls, ...commits].map(({ url }) => url)));

    const events = await this.#eventsOf(pulls, commits);
    const fresh = events.filter(({ key }) => !this.#written.has(key));
    await store.add(fresh);
    const added = line.filter(({ id }) => !known.has(id));
    await order.append(added.map(({ id }) => id).reverse());
    this.#written = new Set(events.map(({ key }) => key));
    if (fresh.length + added.length > 0) {
      onChanged();
    }
  }

  async #eventsOf(
    pulls: readonly ListedPullRequest[],
    commits: readonly ListedCommit[],
  ): Promise<KeyedEvent[]> {
    const places = [...this.#options.places()];
    const found: KeyedEvent[][] = [];
    // A single one that touches all tenants has thousands of events.
    for (const pull of pulls) {
      found.push(changeEvents(pull, this.#paths.get(pull.url), places));
      await pace();
    }
    for (const commit of commits) {
      found.push(commitEvents(commit, this.#paths.get(commit.url), places));
      await pace();
    }
    const oldest = this.#oldest();
    return found.flat().filter(({ event }) => event.at >= oldest);
  }

  /**
   * Commits that no pull request brought. Of those from before the pull requests that are listed
   * it is not known. Where a forge rebases a pull request of several commits, it names the last one
   * only, and the others count as commits of their own.
   */
  #directCommits(
    line: readonly ListedCommit[],
    pulls: readonly ListedPullRequest[],
  ): ListedCommit[] {
    const merges = new Set(pulls.map(({ mergeCommit }) => mergeCommit));
    const isCut = pulls.length === maximumPullRequests;
    const listedSince = isCut ? pulls[pulls.length - 1].updatedAt : '';
    const oldest = this.#oldest();
    return line.filter(
      ({ id, committedAt }) =>
        !merges.has(id) && committedAt >= listedSince && committedAt >= oldest,
    );
  }

  /** What is older would be deleted again. */
  #oldest(): string {
    const { maximumAgeMs, now = () => new Date() } = this.#options;
    return new Date(now().getTime() - maximumAgeMs).toISOString();
  }
}
