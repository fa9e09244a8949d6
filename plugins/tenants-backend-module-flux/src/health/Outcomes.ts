import { FluxObject } from '../objects';
import { Judgement } from './judgeFluxObject';

interface Outcome {
  attempt: string;
  judgement: Judgement;
}

/**
 * What reconciliations came to. Flux reconciles each object every few minutes and calls it
 * progressing meanwhile; while it tries nothing new, what it came to last is still true.
 */
export class Outcomes {
  readonly #before: ReadonlyMap<string, Outcome>;
  readonly #after = new Map<string, Outcome>();

  constructor(before: ReadonlyMap<string, Outcome> = new Map()) {
    this.#before = before;
  }

  get after(): ReadonlyMap<string, Outcome> {
    return this.#after;
  }

  /** The judgement of an object, or the one from before while the same is tried again. */
  steady(
    key: string,
    { attempt }: FluxObject,
    judgement: Judgement,
  ): Judgement {
    const before = this.#after.get(key) ?? this.#before.get(key);
    const outcome =
      judgement.health === 'Progressing' && before?.attempt === attempt
        ? before
        : { attempt, judgement };
    this.#after.set(key, outcome);
    return outcome.judgement;
  }
}

/** The outcomes of each tenant environment when it was observed last. */
export class OutcomesMemory {
  readonly #last = new Map<string, Outcomes>();

  /** The outcomes to go on from; objects that are not asked for any more are forgotten. */
  next(key: string): Outcomes {
    const outcomes = new Outcomes(this.#last.get(key)?.after);
    this.#last.set(key, outcomes);
    return outcomes;
  }
}
