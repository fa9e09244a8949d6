import {
  KindAvailability,
  KubernetesObject,
  NamespaceView,
} from '@tenantry/plugin-tenants-node';
import { defaultThresholds } from '../config';
import { observeNamespace } from './observeNamespace';
import { binding, fixture, now, viewOf } from './__testUtils__';

function observe(
  view: NamespaceView,
  ...objects: string[]
): ReturnType<typeof observeNamespace> & { of(id: string): unknown } {
  const observation = observeNamespace({
    binding: { ...binding(...objects), allowList: ['203.0.113.0/24'] },
    view,
    now,
    thresholds: defaultThresholds,
  });
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

    it('tells a pod with its daemon set', () => {
      const pod = fixture('pod-out-of-memory', 'log-agent-x', {
        ownerReferences: [
          { kind: 'DaemonSet', name: 'log-agent', controller: true },
        ],
      });
      const { checks, workloads } = observe(
        viewOf([fixture('daemonset-ready'), pod]),
      );
      expect(checks).toMatchObject([
        { id: 'daemonset/log-agent', reason: 'OOMKilled' },
      ]);
      expect(workloads).toMatchObject([{ kind: 'DaemonSet', restarts: 31 }]);
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
      const view = viewOf([
        fixture('cronjob-scheduled'),
        fixture('job-failed'),
      ]);
      const { checks, of } = observe(view);
      expect(of('cronjob/backup')).toMatchObject({
        health: 'Degraded',
        reason: 'JobFailed',
      });
      expect(checks.map(({ id }) => id)).toEqual([
        'cronjob/backup',
        'backup/backup',
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
      expect(observe(view, 'Certificate/tls').checks).toEqual([
        {
          id: 'certificate/tls',
          object: 'Certificate/tls',
          health: 'Missing',
          reason: 'KindAbsent',
          message: expect.stringContaining('devnet has no kind Certificate.'),
          runbook: 'object-missing',
        },
      ]);
    });

    it('is Missing when the cluster has none of the kinds that a component names by pattern', () => {
      const absent: KindAvailability = { phase: 'Absent' };
      const view = viewOf([], { PodMonitor: absent, ServiceMonitor: absent });
      const named = ['PodMonitor/*', 'ServiceMonitor/*', 'ReplicaSet/x-*'];
      expect(observe(view, ...named).checks).toMatchObject([
        { id: 'podmonitor/*', health: 'Missing', reason: 'KindAbsent' },
        { id: 'servicemonitor/*', health: 'Missing', reason: 'KindAbsent' },
      ]);
    });

    it('is nothing to tell of when the cluster has another of these kinds, or may have', () => {
      const absent: KindAvailability = { phase: 'Absent' };
      const named = ['PodMonitor/*', 'Certificate/*'];
      const installed = viewOf([], { PodMonitor: absent });
      expect(observe(installed, ...named).checks).toEqual([]);
      const failing = viewOf([], {
        PodMonitor: absent,
        Certificate: forbidden,
      });
      expect(observe(failing, ...named).checks).toMatchObject([
        { id: 'certificate/*', health: 'Unknown' },
      ]);
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

    it('says since when, and what is missing', () => {
      const view = viewOf([available], {
        Deployment: { ...forbidden, lastObservedAt: '2026-03-01T11:00:00Z' },
      });
      expect(observe(view).of('deployment/participant')).toMatchObject({
        message:
          'Objects of the kind Deployment cannot be observed since 2026-03-01T11:00:00Z. The service account may not list.',
        runbook: 'kind-not-observed',
      });
    });

    it('is Unknown for single objects only, where only they cannot be seen', () => {
      const view = viewOf([available], {
        Deployment: {
          phase: 'Failing',
          reason: 'ObjectTooLarge',
          message: 'It is too large.',
          only: ['huge'],
        },
      });
      const { checks, of } = observe(view, 'Deployment/huge');
      expect(of('deployment/participant')).toMatchObject({ health: 'Healthy' });
      expect(of('deployment/huge')).toMatchObject({
        health: 'Unknown',
        reason: 'ObjectTooLarge',
        message: 'This Deployment cannot be observed. It is too large.',
      });
      expect(checks).toHaveLength(2);
    });

    it('is Unknown where its objects would say something about others', () => {
      const view = viewOf([], { EndpointSlice: forbidden });
      expect(observe(view).checks).toMatchObject([
        { id: 'endpointslice/*', health: 'Unknown' },
      ]);
    });

    it('is Unknown before it has been listed', () => {
      const view = viewOf([], { Pod: { phase: 'Pending' } });
      expect(observe(view).of('pod/*')).toMatchObject({
        reason: 'NotObserved',
      });
    });
  });

  describe('a kind that nobody wrote a rule for', () => {
    it('is Unknown where a component names it', () => {
      const { checks } = observe(viewOf([]), 'Widget/one', 'Widget/two-*');
      expect(checks).toMatchObject([
        { id: 'widget/one', health: 'Unknown', reason: 'NoRule' },
        { id: 'widget/two-*', object: 'Widget/two-*', health: 'Unknown' },
      ]);
    });

    it('is told by others where it is theirs to tell', () => {
      const named = ['ReplicaSet/x-*', 'CertificateRequest/*', 'Application/x'];
      expect(observe(viewOf([]), ...named).checks).toEqual([]);
    });
  });

  describe('a service', () => {
    const selecting = (metadata: object = {}) => {
      const object = fixture('service-in-cluster', undefined, metadata);
      return {
        ...object,
        spec: { type: 'ClusterIP', selector: { app: 'participant' } },
      };
    };
    const slice = (ready: boolean) => ({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'participant-x',
        labels: { 'kubernetes.io/service-name': 'participant' },
      },
      endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready } }],
    });
    const judge = (...objects: KubernetesObject[]) =>
      observe(viewOf(objects), 'Service/*').of('service/participant');

    it('is as well as its endpoints', () => {
      expect(judge(selecting(), slice(true))).toMatchObject({
        health: 'Healthy',
      });
      expect(judge(selecting(), slice(false))).toMatchObject({
        health: 'Degraded',
        reason: 'NoReadyEndpoint',
        runbook: 'service-unreachable',
      });
    });

    it('is Suspended with the workload behind it', () => {
      const zero = {
        ...fixture('deployment-scaled-to-zero'),
        spec: {
          replicas: 0,
          template: { metadata: { labels: { app: 'participant' } } },
        },
      };
      expect(judge(selecting(), slice(false), zero)).toMatchObject({
        health: 'Suspended',
        reason: 'NothingRuns',
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
