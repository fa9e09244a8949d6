import { mockServices } from '@backstage/backend-test-utils';
import { readFluxConfig } from './config';

const read = (flux: object) =>
  readFluxConfig(mockServices.rootConfig({ data: { tenants: { flux } } }));

describe('readFluxConfig', () => {
  it('has defaults', () => {
    expect(read({})).toEqual({ requests: true, stuckAfterMs: 1_800_000 });
  });

  it('reads what is configured', () => {
    expect(read({ requests: false, stuckAfter: { hours: 1 } })).toEqual({
      requests: false,
      stuckAfterMs: 3_600_000,
    });
  });

  it.each([
    [{ requests: 'perhaps' }, /requests/],
    [{ stuckAfter: 'soon' }, /stuckAfter/],
  ])('names the key that is wrong: %j', (config, key) => {
    expect(() => read(config)).toThrow(key);
  });
});
