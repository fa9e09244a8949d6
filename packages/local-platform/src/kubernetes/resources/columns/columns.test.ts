import { KubernetesObject } from '../../ObjectStore';
import { customGroups, resourceDefinitions } from '../resourceDefinitions';
import { apiVersionOf } from '../ResourceDefinition';

const now = new Date('2026-03-01T12:00:00Z');
const creationTimestamp = '2026-03-01T11:59:00Z';
const definitions = resourceDefinitions({ customGroups });

/** What `kubectl get` prints, without the columns of `-o wide`. */
function rowOf(object: Record<string, unknown>): Record<string, unknown> {
  const { apiVersion, kind, metadata, ...content } = object;
  const definition = definitions.find(
    it => it.kind === kind && apiVersionOf(it) === apiVersion,
  );
  const complete = {
    apiVersion,
    kind,
    metadata: { name: 'x', creationTimestamp, ...(metadata as object) },
    ...content,
  } as KubernetesObject;
  return Object.fromEntries(
    definition!
      .columns!.filter(({ priority }) => !priority)
      .map(({ name, read }) => [name, read(complete, now)]),
  );
}

const condition = (type: string, more: object) => ({
  conditions: [{ type, status: 'True', ...more }],
});

describe('the printed columns', () => {
  it.each([
    [
      'a Deployment',
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        spec: { replicas: 3 },
        status: { readyReplicas: 2, updatedReplicas: 3, availableReplicas: 2 },
      },
      { Ready: '2/3', 'Up-to-date': 3, Available: 2, Age: '60s' },
    ],
    [
      'a Service',
      {
        apiVersion: 'v1',
        kind: 'Service',
        spec: {
          type: 'LoadBalancer',
          clusterIP: '10.0.0.1',
          ports: [
            { port: 443, nodePort: 30443 },
            { port: 53, protocol: 'UDP' },
          ],
        },
      },
      {
        Type: 'LoadBalancer',
        'Cluster-IP': '10.0.0.1',
        'External-IP': '<pending>',
        'Port(s)': '443:30443/TCP,53/UDP',
        Age: '60s',
      },
    ],
    [
      'a PersistentVolumeClaim',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        spec: { volumeName: 'pv-1', storageClassName: 'premium-rwo' },
        status: {
          phase: 'Bound',
          capacity: { storage: '100Gi' },
          accessModes: ['ReadWriteOnce'],
        },
      },
      {
        Status: 'Bound',
        Volume: 'pv-1',
        Capacity: '100Gi',
        'Access Modes': 'RWO',
        StorageClass: 'premium-rwo',
        VolumeAttributesClass: '<unset>',
        Age: '60s',
      },
    ],
    [
      'a Node',
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { labels: { 'node-role.kubernetes.io/worker': '' } },
        spec: { unschedulable: true },
        status: {
          ...condition('Ready', {}),
          nodeInfo: { kubeletVersion: 'v1.32.0' },
        },
      },
      {
        Status: 'Ready,SchedulingDisabled',
        Roles: 'worker',
        Age: '60s',
        Version: 'v1.32.0',
      },
    ],
    [
      'a ResourceQuota',
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        status: {
          hard: { 'requests.cpu': '4', 'limits.cpu': '8', pods: '20' },
          used: { 'requests.cpu': '1', 'limits.cpu': '2' },
        },
      },
      {
        Request: 'pods: 0/20, requests.cpu: 1/4',
        Limit: 'limits.cpu: 2/8',
        Age: '60s',
      },
    ],
    [
      'a Job',
      {
        apiVersion: 'batch/v1',
        kind: 'Job',
        spec: { completions: 1 },
        status: {
          ...condition('Complete', {}),
          succeeded: 1,
          startTime: '2026-03-01T11:00:00Z',
          completionTime: '2026-03-01T11:00:30Z',
        },
      },
      { Status: 'Complete', Completions: '1/1', Duration: '30s', Age: '60s' },
    ],
    [
      'an Ingress',
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        spec: { rules: [{ host: 'a.example.com' }, {}], tls: [{}] },
        status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
      },
      {
        Class: '<none>',
        Hosts: 'a.example.com,*',
        Address: '192.0.2.1',
        Ports: '80, 443',
        Age: '60s',
      },
    ],
    [
      'a Certificate',
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        spec: { secretName: 'tls' },
        status: condition('Ready', {}),
      },
      { Ready: 'True', Secret: 'tls', Age: '60s' },
    ],
    [
      'an ExternalSecret',
      {
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        spec: {
          secretStoreRef: { kind: 'SecretStore', name: 'gcp' },
          refreshInterval: '1h',
        },
        status: {
          ...condition('Ready', { reason: 'SecretSynced' }),
          refreshTime: '2026-03-01T11:58:00Z',
        },
      },
      {
        StoreType: 'SecretStore',
        Store: 'gcp',
        'Refresh Interval': '1h',
        Status: 'SecretSynced',
        Ready: 'True',
        'Last Sync': '2m',
      },
    ],
    [
      'a CloudNativePG Cluster',
      {
        apiVersion: 'postgresql.cnpg.io/v1',
        kind: 'Cluster',
        status: {
          instances: 3,
          readyInstances: 2,
          phase: 'Cluster in healthy state',
          currentPrimary: 'postgres-1',
        },
      },
      {
        Age: '60s',
        Instances: 3,
        Ready: 2,
        Status: 'Cluster in healthy state',
        Primary: 'postgres-1',
      },
    ],
    [
      'a VirtualService without a status',
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'VirtualService',
        spec: { hosts: ['a.example.com'] },
      },
      { Gateways: null, Hosts: '["a.example.com"]', Age: '60s' },
    ],
  ])('of %s', (_, object, expected) => {
    expect(rowOf(object)).toEqual(expected);
  });

  it('of every kind can be read from an object that has nothing but a name', () => {
    for (const definition of definitions) {
      const object = {
        apiVersion: apiVersionOf(definition),
        kind: definition.kind,
        metadata: { name: 'x' },
      };
      for (const { name, read } of definition.columns ?? []) {
        expect([definition.kind, name, read(object, now)]).not.toContain(
          undefined,
        );
      }
    }
  });
});
