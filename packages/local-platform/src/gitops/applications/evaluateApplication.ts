import { InputError } from '@backstage/errors';
import { KubernetesObject, ObjectStore } from '../../kubernetes/ObjectStore';
import {
  AppProject,
  Destination,
  explainForbiddenApplication,
} from '../AppProject';
import { GitRepository, RepositoryTree } from '../GitRepository';
import { RenderedSources, renderSources } from '../manifests/renderSources';
import {
  Application,
  ApplicationSpec,
  argocdNamespace,
  ConditionType,
  sourcesOf,
} from './Application';
import { ComparedObject, compareObjects } from './compare';
import { prepareDesired } from './desiredObjects';

/** A cluster that Applications can be deployed to. */
export interface DestinationCluster {
  name: string;
  /** Address of the API server. */
  server: string;
  store: ObjectStore;
}

/** An Application, rendered and compared with its cluster. */
export interface Evaluation {
  project: AppProject;
  destination: Destination;
  store: ObjectStore;
  rendered: RenderedSources;
  objects: ComparedObject[];
}

/** Why an Application could not be evaluated. */
export interface EvaluationProblem {
  type: ConditionType;
  message: string;
}

export interface EvaluationOptions {
  application: Application;
  hub: ObjectStore;
  clusters: readonly DestinationCluster[];
  repository: Pick<GitRepository, 'url'>;
  tree: RepositoryTree;
  live(
    cluster: DestinationCluster,
    application: string,
  ): ReadonlyMap<string, KubernetesObject>;
}

/** Renders an Application and compares it, unless its specification does not allow that. */
export function evaluateApplication(
  options: EvaluationOptions,
): Evaluation | EvaluationProblem {
  const { spec } = options.application;
  const cluster = findCluster(spec, options.clusters);
  const project = findProject(spec, options.hub);
  if (!cluster) {
    const { name, server } = spec.destination;
    return invalidSpec(
      `application destination spec for ${
        name ?? server
      } is invalid: unable to find destination server: there are no clusters with this name: ${
        name ?? server
      }`,
    );
  }
  if (!project) {
    return invalidSpec(
      `Application referencing project ${spec.project} which does not exist`,
    );
  }
  const destination = {
    name: cluster.name,
    server: cluster.server,
    namespace: spec.destination.namespace ?? '',
  };
  const forbidden = explainForbiddenApplication(spec, destination, project);
  if (forbidden) {
    return invalidSpec(forbidden);
  }
  try {
    return { project, destination, ...compare(options, cluster, destination) };
  } catch (error) {
    if (error instanceof InputError) {
      const message = `Failed to load target state: failed to generate manifest: ${error.message}`;
      return { type: 'ComparisonError', message };
    }
    throw error;
  }
}

export function isProblem(
  evaluation: Evaluation | EvaluationProblem,
): evaluation is EvaluationProblem {
  return 'type' in evaluation;
}

function compare(
  { application, repository, tree, live }: EvaluationOptions,
  cluster: DestinationCluster,
  destination: Destination,
) {
  const { spec, metadata } = application;
  const { store } = cluster;
  const { namespace } = destination;
  const sources = sourcesOf(spec);
  const rendered = renderSources({ sources, repository, tree, namespace });
  const desired = prepareDesired({
    objects: rendered.objects,
    application: metadata.name,
    namespace,
    store,
  });
  const objects = compareObjects({
    desired,
    live: live(cluster, metadata.name),
    ignored: spec.ignoreDifferences ?? [],
  });
  return { store, rendered, objects };
}

function findCluster(
  { destination }: ApplicationSpec,
  clusters: readonly DestinationCluster[],
): DestinationCluster | undefined {
  return clusters.find(({ name, server }) =>
    destination.name
      ? name === destination.name
      : server === destination.server,
  );
}

function findProject(
  { project }: ApplicationSpec,
  hub: ObjectStore,
): AppProject | undefined {
  return hub.get({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    namespace: argocdNamespace,
    name: project,
  }) as AppProject | undefined;
}

function invalidSpec(message: string): EvaluationProblem {
  return { type: 'InvalidSpecError', message };
}
