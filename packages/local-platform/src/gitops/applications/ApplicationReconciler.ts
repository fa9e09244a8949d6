import { Clock } from '../../clock';
import { FaultBoard } from '../../faults';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { Timings } from '../../timings';
import { GitRepository, RepositoryTree } from '../GitRepository';
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
import { finishedOperation, startedOperation } from './operations';
import { refusal } from './refusal';
import { syncObjects } from './syncObjects';

export interface ReconcilerOptions {
  hub: ObjectStore;
  clusters: readonly DestinationCluster[];
  repository: Pick<GitRepository, 'url'>;
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

  constructor(options: ReconcilerOptions, live: LiveObjects) {
    this.#options = options;
    this.#live = live;
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
      return this.#start(current, application.operation);
    }
    if (isProblem(evaluation)) {
      return { status };
    }
    const { operation, lookAgainAfter } = this.#decide(current, evaluation);
    return operation
      ? this.#start(current, operation)
      : { status, lookAgainAfter };
  }

  #start(application: Evaluated, operation: Operation): Reconciliation {
    const { status } = application;
    const revisions = status.sync?.revisions ?? [];
    const operationState = startedOperation(
      application,
      operation,
      revisions,
      this.#now(),
    );
    return {
      status: { ...status, operationState },
      lookAgainAfter: this.#options.timings.sync,
    };
  }

  #continue(
    application: Evaluated,
    state: OperationState,
    tree: RepositoryTree,
  ): Reconciliation {
    const { clock, timings } = this.#options;
    const elapsedMs = clock.now().getTime() - Date.parse(state.startedAt);
    if (elapsedMs < timings.sync) {
      const lookAgainAfter = timings.sync - elapsedMs;
      return { status: application.status, lookAgainAfter };
    }
    const outcome = this.#sync(application, state.operation, tree);
    const evaluation = this.#evaluate(application, tree);
    const status = evaluatedStatus(application, evaluation, this.#now());
    return {
      status: finishedOperation(status, state, outcome, this.#now()),
      lookAgainAfter: timings.reconcile,
    };
  }

  #sync(
    application: Application,
    { sync }: Operation,
    tree: RepositoryTree,
  ): ResourceResult[] | EvaluationProblem {
    const evaluation = this.#evaluate(application, tree);
    if (isProblem(evaluation)) {
      return evaluation;
    }
    const { faults } = this.#options;
    const { destination } = evaluation;
    return syncObjects({
      ...evaluation,
      prune: sync?.prune === true,
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
