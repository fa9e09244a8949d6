import { Clock } from '../../clock';
import { FaultBoard } from '../../faults';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { Timings } from '../../timings';
import { GitRepository, RepositoryTree } from '../GitRepository';
import { RevisionTrees } from '../RevisionTrees';
import {
  Application,
  ApplicationStatus,
  Operation,
  OperationState,
  ResourceResult,
} from './Application';
import { evaluatedStatus } from './applicationStatus';
import { decideAutoSync } from './autoSync';
import {
  DestinationCluster,
  evaluateApplication,
  Evaluation,
  EvaluationProblem,
  isProblem,
} from './evaluateApplication';
import { LiveObjects } from './LiveObjects';
import {
  commitOf,
  failureOf,
  finishedOperation,
  startedOperation,
} from './operations';
import { refusal } from './refusal';
import { nextAttemptAt, retryPauseMs, waitingForRetry } from './retry';
import { syncObjects } from './syncObjects';

export interface ReconcilerOptions {
  hub: ObjectStore;
  clusters: readonly DestinationCluster[];
  repository: Pick<GitRepository, 'url' | 'read'>;
  faults: FaultBoard;
  clock: Clock;
  timings: Timings;
}

type Evaluated = Application & { status: ApplicationStatus };

/** What one look at an Application comes to. */
export interface Reconciliation {
  status: ApplicationStatus;
  /** In milliseconds. */
  lookAgainAfter?: number;
}

/** Looks at one Application, and applies what is to be applied. */
export class ApplicationReconciler {
  readonly #options: ReconcilerOptions;
  readonly #live: LiveObjects;
  readonly #trees: RevisionTrees;

  constructor(options: ReconcilerOptions, live: LiveObjects) {
    this.#options = options;
    this.#live = live;
    this.#trees = new RevisionTrees(options.repository);
  }

  reconcile(application: Application, tree: RepositoryTree): Reconciliation {
    const evaluation = this.#evaluate(application, tree);
    const status = evaluatedStatus(application, evaluation, this.#now());
    const current = { ...application, status };
    const running = status.operationState;
    if (running?.phase === 'Running') {
      return this.#continue(current, running, tree);
    }
    if (application.operation) {
      return this.#start(current, application.operation, tree);
    }
    if (isProblem(evaluation)) {
      return { status };
    }
    const { operation, lookAgainAfter } = this.#decide(current, evaluation);
    return operation
      ? this.#start(current, operation, tree)
      : { status, lookAgainAfter };
  }

  /** What is at the head now is what the operation applies, whatever is pushed meanwhile. */
  #start(
    application: Evaluated,
    operation: Operation,
    tree: RepositoryTree,
  ): Reconciliation {
    this.#trees.keep(tree);
    const { status } = application;
    return {
      status: {
        ...status,
        operationState: startedOperation(application, operation, this.#now()),
      },
      lookAgainAfter: this.#options.timings.sync,
    };
  }

  #continue(
    application: Evaluated,
    state: OperationState,
    head: RepositoryTree,
  ): Reconciliation {
    const { clock, timings } = this.#options;
    const waitMs = nextAttemptAt(state, timings.sync) - clock.now().getTime();
    const commit = commitOf(state);
    const tree = commit ? this.#trees.at(commit) : head;
    if (waitMs > 0 || !tree) {
      const lookAgainAfter = Math.max(waitMs, timings.reconcile);
      return { status: application.status, lookAgainAfter };
    }
    const outcome =
      tree instanceof Error
        ? unreadable(commit!, tree)
        : this.#sync(application, state, tree);
    return this.#finish(application, state, outcome, head);
  }

  #finish(
    application: Evaluated,
    state: OperationState,
    outcome: ResourceResult[] | EvaluationProblem,
    head: RepositoryTree,
  ): Reconciliation {
    const evaluation = this.#evaluate(application, head);
    const status = evaluatedStatus(application, evaluation, this.#now());
    const error = failureOf(outcome);
    const pauseMs = error ? retryPauseMs(state) : undefined;
    if (error && pauseMs !== undefined) {
      const now = this.#options.clock.now();
      const operationState = waitingForRetry(state, error, now);
      return { status: { ...status, operationState }, lookAgainAfter: pauseMs };
    }
    return {
      status: finishedOperation(status, state, outcome, this.#now()),
      lookAgainAfter: this.#options.timings.reconcile,
    };
  }

  #sync(
    application: Application,
    { operation, syncResult: { sources } }: OperationState,
    tree: RepositoryTree,
  ): ResourceResult[] | EvaluationProblem {
    const { source, ...spec } = application.spec;
    const target = { ...application, spec: { ...spec, sources } };
    const evaluation = this.#evaluate(target, tree);
    if (isProblem(evaluation)) {
      return evaluation;
    }
    const { faults } = this.#options;
    const { destination } = evaluation;
    return syncObjects({
      ...evaluation,
      prune: operation.sync?.prune === true,
      namespace: namespaceToCreate(application),
      refuse: object => refusal(faults, destination.name, object),
    });
  }

  #decide(application: Evaluated, { objects, rendered }: Evaluation) {
    const { clock, timings } = this.#options;
    return decideAutoSync({
      application,
      objects,
      revisions: rendered.revisions,
      now: clock.now(),
      timings,
    });
  }

  #evaluate(application: Application, tree: RepositoryTree) {
    const { hub, clusters, repository } = this.#options;
    return evaluateApplication({
      application,
      hub,
      clusters,
      repository,
      tree,
      live: (cluster, name) => this.#live.in(cluster, name),
    });
  }

  #now(): string {
    return timestamp(this.#options.clock.now());
  }
}

function unreadable(commit: string, { message }: Error): EvaluationProblem {
  return {
    type: 'ComparisonError',
    message: `unable to resolve '${commit}' to a commit SHA: ${message}`,
  };
}

/** The destination's namespace, where the sync option `CreateNamespace=true` asks for it. */
function namespaceToCreate({
  spec,
}: Application): KubernetesObject | undefined {
  const { syncPolicy, destination } = spec;
  if (!syncPolicy?.syncOptions?.includes('CreateNamespace=true')) {
    return undefined;
  }
  const name = destination.namespace ?? '';
  const metadata = { ...syncPolicy.managedNamespaceMetadata, name };
  return { apiVersion: 'v1', kind: 'Namespace', metadata };
}
