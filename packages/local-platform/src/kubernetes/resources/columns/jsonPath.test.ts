import { readJsonPath } from './jsonPath';

const object = {
  metadata: { labels: { 'app.kubernetes.io/name': 'participant' } },
  status: {
    phase: 'Running',
    addresses: [{ value: '10.0.0.1' }, { value: '10.0.0.2' }],
    conditions: [
      { type: 'Synced', status: 'False' },
      { type: 'Ready', status: 'True' },
    ],
  },
};

describe('readJsonPath', () => {
  it.each([
    ['.status.phase', 'Running'],
    ['.status.addresses[1].value', '10.0.0.2'],
    ['.status.conditions[?(@.type=="Ready")].status', 'True'],
    ['.metadata.labels.app\\.kubernetes\\.io/name', 'participant'],
    ['.status.missing', undefined],
    ['.missing.phase', undefined],
    ['.status.addresses[7].value', undefined],
    ['.status.phase[0]', undefined],
    ['.status.conditions[?(@.type=="Other")].status', undefined],
  ])('finds %s', (path, expected) => {
    expect(readJsonPath(object, path)).toBe(expected);
  });
});
