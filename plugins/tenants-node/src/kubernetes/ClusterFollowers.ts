import { once } from 'node:events';
import { TenantBinding } from '../registry';
import { StatusSourceRun } from '../sources';
import {
  createPlaceFollower,
  ObjectsPlace,
  PlaceFollower,
  PlaceFollowerOptions,
} from './placeFollower';

export type ClusterFollowersOptions = Omit<
  PlaceFollowerOptions,
  'place' | 'sink' | 'bindings'
>;

interface RunningFollower {
  follower: PlaceFollower;
  controller: AbortController;
  done: Promise<void>;
}

/** Keeps one follower for each place that the bindings name. */
export class ClusterFollowers {
  readonly #options: ClusterFollowersOptions;
  readonly #run: StatusSourceRun;
  readonly #running = new Map<string, RunningFollower>();

  constructor(options: ClusterFollowersOptions, run: StatusSourceRun) {
    this.#options = options;
    this.#run = run;
  }

  async run(): Promise<void> {
    const { bindings, signal } = this.#run;
    bindings.onChange(() => this.#follow(), signal);
    this.#follow();
    const timer = setInterval(
      () => this.#refresh(),
      this.#options.timing.reevaluateMs,
    );
    await aborted(signal);
    clearInterval(timer);
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  /** Starts and stops followers so that there is one for each place that a binding names. */
  #follow(): void {
    const wanted = new Map<string, ObjectsPlace>();
    for (const binding of this.#run.bindings.current().values()) {
      const place = this.#options.placeOf(binding);
      wanted.set(this.#keyOf(place), place);
    }
    for (const [key, { controller }] of this.#running) {
      if (!wanted.has(key)) {
        controller.abort();
        this.#running.delete(key);
      }
    }
    for (const [key, place] of wanted) {
      if (!this.#running.has(key)) {
        this.#running.set(key, this.#start(key, place));
      }
    }
    this.#refresh();
  }

  #start(key: string, place: ObjectsPlace): RunningFollower {
    const follower = createPlaceFollower({
      ...this.#options,
      place,
      sink: this.#run.sink,
      bindings: () => this.#bindingsAt(key),
    });
    const controller = new AbortController();
    const signal = AbortSignal.any([this.#run.signal, controller.signal]);
    return { follower, controller, done: follower.run(signal) };
  }

  #refresh(): void {
    this.#running.forEach(({ follower }) => follower.refresh());
  }

  #bindingsAt(key: string): TenantBinding[] {
    return [...this.#run.bindings.current().values()].filter(
      binding => this.#keyOf(this.#options.placeOf(binding)) === key,
    );
  }

  #keyOf({ cluster, namespace }: ObjectsPlace): string {
    return this.#options.scope === 'cluster'
      ? cluster
      : `${cluster}/${namespace}`;
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
}
