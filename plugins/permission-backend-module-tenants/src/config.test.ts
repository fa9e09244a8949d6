import { mockServices } from '@backstage/backend-test-utils';
import { readClientsMaySync } from './config';

const read = (permission: object) =>
  readClientsMaySync(
    mockServices.rootConfig({ data: { tenants: { permission } } }),
  );

describe('readClientsMaySync', () => {
  it('keeps clients from syncing unless told otherwise', () => {
    expect(read({})).toBe(false);
    expect(read({ clientsMaySync: true })).toBe(true);
  });

  it('refuses what is neither yes nor no', () => {
    expect(() => read({ clientsMaySync: 'perhaps' })).toThrow(/clientsMaySync/);
  });
});
