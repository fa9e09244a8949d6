import { KubernetesObject } from '../ObjectStore';
import { parseFieldSelector } from './fieldSelector';

const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'participant-0', namespace: 'acme-01-devnet' },
  spec: { hostNetwork: false },
  status: { phase: 'Running' },
};

describe('parseFieldSelector', () => {
  it.each([
    ['', true],
    ['metadata.name=participant-0', true],
    ['metadata.name==participant-0,metadata.namespace=acme-01-devnet', true],
    ['metadata.name=participant-0,metadata.namespace=default', false],
    ['status.phase!=Running', false],
    ['status.phase!=Pending', true],
    ['spec.hostNetwork=false', true],
    ['spec.nodeName=', true],
    ['spec.nodeName=node-1', false],
  ])('reads "%s"', (selector, expected) => {
    expect(parseFieldSelector(selector, pod)(pod)).toBe(expected);
  });

  it('refuses a field that the kind cannot be selected by, and names those it can', () => {
    expect(() => parseFieldSelector('spec.replicas=1', pod)).toThrow(
      /^field label not supported: spec.replicas; supported are metadata.name, /,
    );
  });

  it('refuses what is no selector', () => {
    expect(() => parseFieldSelector('metadata.name', pod)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
