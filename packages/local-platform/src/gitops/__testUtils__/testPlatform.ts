import { createSimulatedClock } from '../../clock';
import { FaultBoard } from '../../faults';
import { createObjectStore } from '../../kubernetes';
import {
  hubGroups,
  resourceDefinitions,
  spokeGroups,
} from '../../kubernetes/resources';
import { timingsAtSpeed } from '../../timings';
import { Application, ApplicationSource } from '../applications/Application';
import { createGitOpsEngine } from '../createGitOpsEngine';
import { RepositoryTree } from '../GitRepository';

/** Address of the repository. */
export const url = 'http://localhost:7100/platform/gitops.git';
const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
export const argo = 'argoproj.io/v1alpha1';

export const configMap = (name: string, value = '1') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata: { value: "${value}" }\n`;
export const namespaceManifest =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: acme-01-devnet }\n';

/** A hub and a cluster whose time a test moves, and a repository that it writes. */
export function setUp() {
  const clock = createSimulatedClock(new Date('2026-01-01T00:00:00Z'));
  const now = () => clock.now();
  const faults = new FaultBoard();
  const hub = createObjectStore({
    resources: resourceDefinitions({ customGroups: hubGroups }),
    now,
  });
  const devnet = createObjectStore({
    resources: resourceDefinitions({ customGroups: spokeGroups }),
    now,
  });
  hub.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'argocd' },
  });
  const trees = new Map<string, RepositoryTree>();
  const repository = {
    url,
    head: async () => [...trees.keys()].at(-1)!,
    async read(revision: string) {
      const tree = trees.get(revision);
      if (!tree) {
        throw new Error(`There is no commit ${revision}.`);
      }
      return tree;
    },
    onPush: () => () => {},
  };
  const engine = createGitOpsEngine({
    hub,
    clusters: [
      { name: 'hub', server: 'https://localhost:7110', store: hub },
      { name: 'devnet', server: 'https://localhost:7111', store: devnet },
    ],
    repository,
    faults,
    clock,
    timings: timingsAtSpeed(1),
    logger,
  });
  let commits = 0;

  return {
    hub,
    devnet,
    clock,
    addProject(spec: object = {}) {
      hub.create({
        apiVersion: argo,
        kind: 'AppProject',
        metadata: { name: 'acme-01', namespace: 'argocd' },
        spec: {
          sourceRepos: ['*'],
          destinations: [{ name: 'devnet', namespace: 'acme-01-devnet' }],
          clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
          ...spec,
        },
      });
    },
    addApplication(sources: ApplicationSource[], spec: object = {}) {
      hub.create({
        apiVersion: argo,
        kind: 'Application',
        metadata: { name: 'acme-01-devnet', namespace: 'argocd' },
        spec: {
          project: 'acme-01',
          destination: { name: 'devnet', namespace: 'acme-01-devnet' },
          sources,
          syncPolicy: { automated: { prune: true, selfHeal: true } },
          ...spec,
        },
      });
    },
    /** Writes a commit that the engine does not hear of. */
    writeHead(files: Record<string, string>) {
      commits += 1;
      const revision = String(commits).repeat(40);
      const tree = { revision, files: new Map(Object.entries(files)) };
      trees.set(revision, tree);
      return tree;
    },
    /** Has the engine look at a commit; the time is the test's to move. */
    push(files: Record<string, string>) {
      engine.refresh(this.writeHead(files));
    },
    commit(files: Record<string, string>) {
      this.push(files);
      clock.advance(10_000);
    },
    /** Changes the Application as a client of the API does. */
    patch(change: object) {
      hub.update({ ...this.application()!, ...change });
    },
    engine,
    application: () =>
      hub.get({
        apiVersion: argo,
        kind: 'Application',
        namespace: 'argocd',
        name: 'acme-01-devnet',
      }) as Application | undefined,
    configMaps: () =>
      devnet
        .list({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          namespace: 'acme-01-devnet',
        })
        .map(({ metadata }) => metadata.name),
  };
}

/** The Application's manifests in the repository. */
export const manifests = {
  repoURL: url,
  targetRevision: 'main',
  path: 'app',
};
