import {
  createObjectStore,
  resourceDefinitions,
  spokeGroups,
} from '@tenantry/local-platform';
import { onlyKinds, readModel, writeFleet } from './copyObjects';

function emptyCluster() {
  return createObjectStore({
    resources: resourceDefinitions({ customGroups: spokeGroups }),
  });
}

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };
const pod = { apiVersion: 'v1', kind: 'Pod' };

describe('copies of the model', () => {
  const source = emptyCluster();
  const namespace = 'acme-01-devnet';
  source.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  const owner = source.create({
    ...deployment,
    metadata: { name: 'participant', namespace },
  });
  source.create({
    ...pod,
    metadata: {
      name: 'participant-1',
      namespace,
      ownerReferences: [
        { ...deployment, name: 'participant', uid: owner.metadata.uid! },
      ],
    },
    status: { phase: 'Running' },
  });
  source.create({
    ...pod,
    metadata: { name: 'other', namespace: 'default' },
  });

  it('are the objects of every tenant, owned by their own owners', () => {
    const objects = readModel(source);
    expect(objects.count).toBe(3);
    const target = emptyCluster();
    writeFleet(target, objects, 2);
    for (const copy of ['t000000-devnet', 't000001-devnet']) {
      const [copied] = target.list({ ...deployment, namespace: copy });
      const [owned, ...others] = target.list({ ...pod, namespace: copy });
      expect(others).toEqual([]);
      expect(owned.status).toEqual({ phase: 'Running' });
      expect(owned.metadata.ownerReferences![0].uid).toBe(copied.metadata.uid);
    }
    expect(target.list(pod)).toHaveLength(2);
  });

  it('can be a part of them', () => {
    const pods = onlyKinds(readModel(source), ['Namespace', 'Pod']);
    expect(pods.count).toBe(2);
    const target = emptyCluster();
    writeFleet(target, pods, 1);
    expect(target.list(pod)).toHaveLength(1);
    expect(target.list(deployment)).toEqual([]);
  });
});
