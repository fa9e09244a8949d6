import { callerOf } from './callerOf';

describe('callerOf', () => {
  it.each([
    [{ type: 'user', userEntityRef: 'user:default/jane' }, 'user:default/jane'],
    [{ type: 'service', subject: 'external:scripts' }, 'external:scripts'],
    [{ type: 'none' }, 'nobody'],
  ] as const)('counts %j', (principal, expected) => {
    expect(callerOf(principal)).toBe(expected);
  });

  it('does not count a plugin that acts for itself', () => {
    expect(
      callerOf({ type: 'service', subject: 'plugin:search' }),
    ).toBeUndefined();
  });

  it('counts a plugin that acts for a user as the user', () => {
    expect(
      callerOf({
        type: 'user',
        userEntityRef: 'user:default/jane',
        actor: { type: 'service', subject: 'plugin:scaffolder' },
      }),
    ).toBe('user:default/jane');
  });
});
