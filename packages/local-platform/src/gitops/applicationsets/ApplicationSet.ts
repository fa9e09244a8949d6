import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import {
  Application,
  ApplicationSpec,
  argocdNamespace,
} from '../applications/Application';
import {
  GitRepository,
  RepositoryTree,
  sameRepository,
} from '../GitRepository';
import { resourcesFinalizer } from '../finalizers';
import { generateFromFiles, GitFileGenerator } from './gitFileGenerator';
import { renderStrings } from './goTemplate';

/** The parts of an Argo CD ApplicationSet that the engine reads. */
export interface ApplicationSet extends KubernetesObject {
  spec: {
    goTemplate?: boolean;
    generators?: { git?: GitFileGenerator }[];
    template: { metadata: { name: string }; spec: ApplicationSpec };
    syncPolicy?: { preserveResourcesOnDeletion?: boolean };
  };
}

/**
 * The Applications that a set stands for at one commit, in the order of the files found.
 *
 * @throws InputError when the set uses something that is not simulated, or two Applications of
 * the same name come out.
 */
export function generateApplications(
  set: ApplicationSet,
  repository: Pick<GitRepository, 'url'>,
  tree: RepositoryTree,
): Application[] {
  if (!set.spec.goTemplate) {
    throw new InputError(
      'spec.goTemplate must be true; fasttemplate is not supported',
    );
  }
  const applications = (set.spec.generators ?? [])
    .flatMap(generator => parametersOf(generator, repository, tree))
    .map(parameters => instantiate(set, parameters));
  const names = applications.map(({ metadata }) => metadata.name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new InputError(
      `ApplicationSet ${set.metadata.name} contains applications with duplicate name: ${twice}`,
    );
  }
  return applications;
}

function parametersOf(
  generator: { git?: GitFileGenerator },
  repository: Pick<GitRepository, 'url'>,
  tree: RepositoryTree,
): JsonObject[] {
  const { git, ...others } = generator;
  if (!git || Object.keys(others).length > 0) {
    throw new InputError(
      `only git generators are supported, not ${Object.keys(others).join(
        ', ',
      )}`,
    );
  }
  if (!sameRepository(git.repoURL ?? '', repository.url)) {
    throw new InputError(`repository ${git.repoURL} not found`);
  }
  return generateFromFiles(git, tree.files);
}

function instantiate(
  { metadata, spec }: ApplicationSet,
  parameters: JsonObject,
): Application {
  const template = renderStrings(
    spec.template as unknown as JsonValue,
    parameters,
  ) as unknown as Pick<Application, 'metadata' | 'spec'>;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      ...template.metadata,
      namespace: argocdNamespace,
      finalizers: spec.syncPolicy?.preserveResourcesOnDeletion
        ? []
        : [resourcesFinalizer],
      ownerReferences: [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'ApplicationSet',
          name: metadata.name,
          uid: metadata.uid!,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: template.spec,
  };
}
