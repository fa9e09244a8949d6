import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { posix } from 'node:path';
import { parse } from 'yaml';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ApplicationSource } from '../applications/Application';
import { renderChart } from '../charts';
import {
  GitRepository,
  RepositoryTree,
  sameRepository,
} from '../GitRepository';
import { threeWayMerge } from '../merge';
import { buildKustomization } from './kustomize';
import { parseManifests } from './parseManifests';

/** What the sources of an Application come to at one commit. */
export interface RenderedSources {
  objects: KubernetesObject[];
  /** One for each source: the commit, or the chart's version. */
  revisions: string[];
  /** One for each source that renders objects. */
  sourceTypes: string[];
}

export interface RenderOptions {
  sources: ApplicationSource[];
  repository: Pick<GitRepository, 'url'>;
  tree: RepositoryTree;
  /** Namespace of the release, for charts. */
  namespace: string;
}

const renderedFrom = new WeakMap<
  RepositoryTree,
  Map<string, RenderedSources>
>();

/**
 * Renders all sources of an Application; for the same commit only once. The objects are shared
 * and never to be modified.
 *
 * @throws InputError when a source cannot be rendered; its message says which and why.
 */
export function renderSources(options: RenderOptions): RenderedSources {
  const { sources, namespace, tree } = options;
  const rendered = renderedFrom.get(tree) ?? new Map();
  const key = JSON.stringify([namespace, sources]);
  if (!rendered.has(key)) {
    rendered.set(key, renderAnew(options));
    renderedFrom.set(tree, rendered);
  }
  return rendered.get(key);
}

function renderAnew(options: RenderOptions): RenderedSources {
  const { sources, tree } = options;
  if (sources.length === 0) {
    throw new InputError(
      'spec.source.repoURL and either spec.source.path or spec.source.chart are required',
    );
  }
  return {
    objects: sources.flatMap(source => renderSource(source, options)),
    revisions: sources.map(source =>
      source.chart ? source.targetRevision ?? '' : tree.revision,
    ),
    sourceTypes: sources
      .filter(source => source.chart ?? source.path)
      .map(source => sourceType(source, tree)),
  };
}

function renderSource(
  source: ApplicationSource,
  options: RenderOptions,
): KubernetesObject[] {
  if (source.chart) {
    return renderChartSource(source, source.chart, options);
  }
  if (!sameRepository(source.repoURL, options.repository.url)) {
    throw new InputError(
      `failed to list refs: repository ${source.repoURL} not found`,
    );
  }
  return source.path ? renderDirectory(source, options.tree) : [];
}

function renderDirectory(
  { path: directory, directory: options }: ApplicationSource,
  { files }: RepositoryTree,
): KubernetesObject[] {
  if (files.has(`${directory}/kustomization.yaml`)) {
    return buildKustomization(directory!, files);
  }
  const inside = [...files.keys()].filter(path =>
    path.startsWith(`${directory}/`),
  );
  if (inside.length === 0) {
    throw new InputError(`${directory}: app path does not exist`);
  }
  return inside
    .filter(path => /\.ya?ml$/.test(path))
    .filter(path => options?.recurse || posix.dirname(path) === directory)
    .sort()
    .flatMap(path => parseManifests(path, files.get(path)!));
}

function renderChartSource(
  source: ApplicationSource,
  chart: string,
  options: RenderOptions,
): KubernetesObject[] {
  const values = (source.helm?.valueFiles ?? []).map(file =>
    readValues(file, options),
  );
  return renderChart({
    chart,
    version: source.targetRevision ?? '',
    release: source.helm?.releaseName ?? chart,
    namespace: options.namespace,
    // Later files win, key by key.
    values: values.reduce<JsonObject>(
      (merged, next) => threeWayMerge({}, next, merged),
      {},
    ),
  });
}

/** Reads a value file such as `$values/clients/acme-01/devnet/values/participant.yaml`. */
function readValues(
  file: string,
  { sources, tree, repository }: RenderOptions,
): JsonObject {
  const [reference, ...path] = file.split('/');
  const source = sources.find(({ ref }) => ref && `$${ref}` === reference);
  if (!source || !sameRepository(source.repoURL, repository.url)) {
    throw new InputError(
      `error resolving value file ${file}: source referenced "${reference}", but no source has a 'ref' field defined`,
    );
  }
  const content = tree.files.get(path.join('/'));
  if (content === undefined) {
    throw new InputError(
      `helm template failed: open ${file}: no such file or directory`,
    );
  }
  const values: unknown = parse(content, { maxAliasCount: 10 }) ?? {};
  if (typeof values !== 'object' || Array.isArray(values)) {
    throw new InputError(`helm template failed: ${file} is no YAML mapping`);
  }
  return values as JsonObject;
}

function sourceType(source: ApplicationSource, { files }: RepositoryTree) {
  if (source.chart) {
    return 'Helm';
  }
  return files.has(`${source.path}/kustomization.yaml`)
    ? 'Kustomize'
    : 'Directory';
}
