import {
  KindAvailability,
  KubernetesKind,
  KubernetesObject,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { observeNamespace } from './observeNamespace';

const now = new Date('2026-03-01T12:00:00Z');

function binding(...objects: string[]): TenantBinding {
  return {
    tenant: 'acme-01',
    environment: 'devnet',
    order: 1,
    cluster: 'devnet',
    namespace: 'acme-01-devnet',
    application: { cluster: 'hub', namespace: 'argocd', name: 'acme' },
    metricMatchers: {},
    repositoryPath: '',
    owner: 'group:default/acme-01',
    suspended: false,
    components: [{ name: 'all', title: 'All', type: 'all', objects }],
  };
}

function fixture(
  situation: string,
  name?: string,
  metadata: object = {},
): KubernetesObject {
  const path = join(__dirname, '..', 'health', '__fixtures__', situation);
  const object = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  Object.assign(object.metadata, name && { name }, metadata);
  return object;
}

/** A namespace with some objects, in which some kinds cannot be seen. */
function viewOf(
  objects: KubernetesObject[],
  unavailable: Record<string, KindAvailability> = {},
): NamespaceView {
  return {
    objects<P>(kind: KubernetesKind<P>) {
      const versions = kind.versions.map(version =>
        kind.group ? `${kind.group}/${version}` : version,
      );
      const entries = objects
        .filter(
          object =>
            object.kind === kind.kind &&
            versions.includes(object.apiVersion as string),
        )
        .map((object): [string, P] => [
          (object.metadata as { name: string }).name,
          kind.project(object),
        ]);
      return new Map(entries);
    },
    availability: ({ kind }) => unavailable[kind] ?? { phase: 'Observed' },
  };
}

function observe(
  view: NamespaceView,
  ...objects: string[]
): ReturnType<typeof observeNamespace> & { of(id: string): unknown } {
  const observation = observeNamespace(binding(...objects), view, now);
  return {
    ...observation,
    of: id => observation.checks.find(check => check.id === id),
  };
}

const available = fixture('deployment-available');
const forbidden: KindAvailability = {
  phase: 'Failing',
  reason: 'Forbidden',
  message: 'The service account may not list.',
};

describe('observeNamespace', () => {
  it('has a check for each object', () => {
    const { checks } = observe(
      viewOf([available, fixture('persistentvolumeclaim-bound')]),
    );
    expect(checks).toEqual([
      {
        id: 'deployment/participant',
        object: 'Deployment/participant',
        health: 'Healthy',
      },
      {
        id: 'persistentvolumeclaim/postgres-1',
        object: 'PersistentVolumeClaim/postgres-1',
        health: 'Healthy',
      },
    ]);
  });

  it('shows objects without a state of their own only where a component names them', () => {
    const view = viewOf([
      fixture('virtualservice-there'),
      fixture('virtualservice-there', 'internal'),
    ]);
    const { checks } = observe(view, 'VirtualService/w*');
    expect(checks.map(({ id }) => id)).toEqual(['virtualservice/wallet']);
  });

  describe('workloads and their pods', () => {
    it('tells the fault of a pod with its workload', () => {
      const waiting = fixture('deployment-waiting-for-pods');
      const { checks, workloads } = observe(
        viewOf([waiting, fixture('pod-out-of-memory')]),
      );
      expect(checks).toMatchObject([
        {
          id: 'deployment/participant',
          health: 'Degraded',
          reason: 'OOMKilled',
        },
      ]);
      expect(workloads).toEqual([
        {
          kind: 'Deployment',
          name: 'participant',
          health: 'Degraded',
          reason: 'OOMKilled',
          message: expect.stringContaining('memory'),
          readyReplicas: 0,
          desiredReplicas: 1,
          restarts: 31,
          images: [expect.stringContaining('canton-participant:0.7.4')],
        },
      ]);
    });

    it('does not blame a workload for pods that were replaced', () => {
      const { checks } = observe(
        viewOf([
          available,
          fixture('pod-evicted', 'participant-6d4f-old'),
          fixture('pod-ready'),
        ]),
      );
      expect(checks).toMatchObject([{ health: 'Healthy' }]);
    });

    it('does not blame a workload that is scaled to zero', () => {
      const zero = fixture('deployment-scaled-to-zero');
      const { checks } = observe(viewOf([zero, fixture('pod-crash-looping')]));
      expect(checks).toMatchObject([{ health: 'Suspended' }]);
    });

    it('tells a pod that stands alone by itself', () => {
      const { checks } = observe(viewOf([fixture('pod-evicted')]));
      expect(checks).toMatchObject([
        { id: 'pod/participant-6d4f-x2x', reason: 'Evicted' },
      ]);
    });

    it('tells the jobs of a schedule with it', () => {
      const { checks } = observe(
        viewOf([fixture('cronjob-scheduled'), fixture('job-failed')]),
      );
      expect(checks).toMatchObject([
        { id: 'cronjob/backup', health: 'Degraded', reason: 'JobFailed' },
      ]);
    });

    it('counts the instances of a database', () => {
      const { workloads } = observe(viewOf([fixture('cluster-hibernated')]));
      expect(workloads).toMatchObject([
        { kind: 'Cluster', desiredReplicas: 0, health: 'Suspended' },
      ]);
    });
  });

  describe('what is not there', () => {
    it('is Missing when a component names it exactly', () => {
      const { checks, of } = observe(
        viewOf([]),
        'Deployment/participant',
        'Pod/participant-*',
        'Widget/unknown',
      );
      expect(checks).toHaveLength(1);
      expect(of('deployment/participant')).toMatchObject({
        health: 'Missing',
        reason: 'NotFound',
        message: expect.stringContaining('acme-01-devnet of devnet'),
      });
    });

    it('is Missing too when the cluster does not have the kind', () => {
      const view = viewOf([], { Certificate: { phase: 'Absent' } });
      expect(
        observe(view, 'Certificate/tls').of('certificate/tls'),
      ).toMatchObject({ health: 'Missing' });
    });

    it('is there when another group has an object of that kind and name', () => {
      const view = viewOf([fixture('gateway-programmed')]);
      expect(observe(view, 'Gateway/public').checks).toEqual([
        { id: 'gateway/public', object: 'Gateway/public', health: 'Healthy' },
      ]);
    });
  });

  describe('a kind that cannot be seen', () => {
    it('is Unknown for the objects that were seen before or are named, and only for them', () => {
      const view = viewOf([available, fixture('certificate-ready')], {
        Certificate: forbidden,
      });
      const { of } = observe(view, 'Certificate/named');
      for (const id of ['certificate/gateway', 'certificate/named']) {
        expect(of(id)).toMatchObject({
          health: 'Unknown',
          reason: 'Forbidden',
          message: expect.stringContaining('Certificate'),
        });
      }
      expect(of('deployment/participant')).toMatchObject({ health: 'Healthy' });
    });

    it('is Unknown as a whole where no object is known', () => {
      const view = viewOf([], { Pod: forbidden });
      expect(observe(view).checks).toMatchObject([
        { id: 'pod/*', object: 'Pod/*', health: 'Unknown' },
      ]);
    });

    it('is Unknown before it has been listed', () => {
      const view = viewOf([], { Pod: { phase: 'Pending' } });
      expect(observe(view).of('pod/*')).toMatchObject({
        reason: 'NotObserved',
      });
    });
  });

  it('tells the worst of a namespace that has too much to tell', () => {
    const claims = Array.from({ length: 400 }, (_, index) =>
      fixture('persistentvolumeclaim-bound', `claim-${index}`),
    );
    const { checks } = observe(
      viewOf([...claims, fixture('persistentvolumeclaim-lost', 'zzz')]),
    );
    expect(checks).toHaveLength(300);
    expect(checks[0]).toMatchObject({ reason: 'VolumeLost' });
  });
});
