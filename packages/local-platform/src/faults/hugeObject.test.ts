import { createObjectStore, resourceDefinitions } from '../kubernetes';
import { FaultBoard } from './faults';
import { followHugeObjects } from './hugeObject';

const reference = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  namespace: 'acme-01-devnet',
  name: 'huge-object',
};

describe('the fault huge-object', () => {
  it('puts an object of 5 MB into the namespace, and takes it away again', () => {
    const faults = new FaultBoard();
    const store = createObjectStore({
      resources: resourceDefinitions({ customGroups: [] }),
    });
    const name = 'acme-01-devnet';
    store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    const stop = followHugeObjects({
      faults,
      clusters: [{ name: 'devnet', store }],
    });
    const fault = { name: 'huge-object', target: 'acme-01/devnet' } as const;
    faults.switchOn(fault);
    faults.switchOn({ name: 'huge-object', target: 'nobody/devnet' });
    const object = store.get(reference);
    expect(JSON.stringify(object).length).toBeGreaterThan(5_000_000);
    faults.switchOff(fault);
    expect(store.get(reference)).toBeUndefined();
    stop();
    faults.switchOn(fault);
    expect(store.get(reference)).toBeUndefined();
  });
});
