import { baseFiles, dayTwo, onboarding } from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';
import { isUpToDate } from './isUpToDate';

const { tenantEnvironments } = new TestRepository()
  .merge(onboarding(), {
    client: 'acme',
    environments: ['devnet'],
    version: '1.2.3',
  })
  .registry();
const { descriptor } = tenantEnvironments.get('acme-devnet')!;

describe('isUpToDate', () => {
  const change = dayTwo('change');

  it.each([
    [{ version: '1.2.3' }, true],
    [{ version: '1.2.3', size: 'small', reason: 'Because.' }, true],
    [{ version: '1.2.4' }, false],
    [{ version: '1.2.3', size: 'large' }, false],
    [{ extra: true }, false],
  ])('says of %j: %s', (values, expected) => {
    expect(isUpToDate(change, descriptor, values)).toBe(expected);
  });

  it('compares the template version where that is what changes', () => {
    expect(isUpToDate(dayTwo('update'), descriptor, {})).toBe(true);
    const newer = dayTwo('update', { base: baseFiles('1.1.0') });
    expect(isUpToDate(newer, descriptor, {})).toBe(false);
  });
});
