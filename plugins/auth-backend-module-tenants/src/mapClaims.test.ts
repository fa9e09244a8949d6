import { mockServices } from '@backstage/backend-test-utils';
import { ErrorLike, toError } from '@backstage/errors';
import fc from 'fast-check';
import { readClaimMapping } from './config';
import { PortalUser, mapClaims } from './mapClaims';

function mappingOf(auth: object = {}) {
  return readClaimMapping(
    mockServices.rootConfig({ data: { tenants: { auth } } }),
  );
}

function outcomeOf(map: () => PortalUser): {
  user?: PortalUser;
  error?: ErrorLike;
} {
  try {
    return { user: map() };
  } catch (error) {
    return { error: toError(error) };
  }
}

const jane = { preferred_username: 'jane', groups: ['acme-01'] };

describe('mapClaims', () => {
  it('takes claim values for groups of the default namespace', () => {
    expect(mapClaims(jane, mappingOf())).toEqual({
      userEntityRef: 'user:default/jane',
      groups: ['group:default/acme-01'],
    });
  });

  it('reads the claims that the configuration names', () => {
    const mapping = mappingOf({ usernameClaim: 'login', groupsClaim: 'roles' });
    expect(
      mapClaims({ login: 'j.doe', roles: ['acme-01', 'acme-01'] }, mapping),
    ).toEqual({
      userEntityRef: 'user:default/j.doe',
      groups: ['group:default/acme-01'],
    });
  });

  it('takes no other groups than the configured ones', () => {
    const mapping = mappingOf({
      groups: { '/platform/operators': 'platform-operators' },
    });
    const claims = {
      ...jane,
      groups: ['/platform/operators', 'platform-operators', 'acme-01'],
    };
    expect(mapClaims(claims, mapping).groups).toEqual([
      'group:default/platform-operators',
    ]);
    expect(() => mapClaims(jane, mapping)).toThrow(/"jane" is in no group/);
  });

  it.each([
    ['no claim', {}],
    ['an empty list', { groups: [] }],
    ['null', { groups: null }],
    ['values that are no text', { groups: [{}, 7, ['acme-01'], null] }],
    ['illegal characters', { groups: ['acme 01', '../acme-01', 'a/b', 'ä'] }],
    ['other case', { groups: ['Platform-Operators'] }],
    ['an entity ref', { groups: ['group:default/acme-01'] }],
    ['too long a name', { groups: ['a'.repeat(64)] }],
  ])('refuses a user in no group, with %s', (_, claims) => {
    expect(() =>
      mapClaims({ preferred_username: 'jane', ...claims }, mappingOf()),
    ).toThrow(/"jane" is in no group that this portal knows/);
  });

  it.each([
    ['text', 'acme-01'],
    ['an object', { 0: 'acme-01', length: 1 }],
    ['a very long list', Array(1001).fill('acme-01')],
  ])('refuses a groups claim that is %s', (_, groups) => {
    expect(() => mapClaims({ ...jane, groups }, mappingOf())).toThrow(
      /claim "groups" is no list of at most 1000 groups/,
    );
  });

  it('refuses a user in too many groups', () => {
    const groups = [...Array(51).keys()].map(index => `team-${index}`);
    expect(() => mapClaims({ ...jane, groups }, mappingOf())).toThrow(
      /in 51 groups; at most 50/,
    );
  });

  it.each([
    undefined,
    7,
    '',
    'jane@example.com',
    'jane/../operator',
    'user:default/operator',
    'a'.repeat(64),
  ])('refuses the user name %p', name => {
    expect(() =>
      mapClaims({ ...jane, preferred_username: name }, mappingOf()),
    ).toThrow(/claim "preferred_username" holds no name/);
  });

  it('either refuses or yields valid refs, whatever the claims hold', () => {
    const mapping = mappingOf();
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('jane'), fc.anything()),
        fc.oneof(fc.array(fc.oneof(fc.string(), fc.anything())), fc.anything()),
        (name, groups) => {
          const { user, error } = outcomeOf(() =>
            mapClaims({ preferred_username: name, groups }, mapping),
          );
          expect(error?.name ?? 'NotAllowedError').toBe('NotAllowedError');
          for (const ref of user ? [user.userEntityRef, ...user.groups] : []) {
            expect(ref).toMatch(/^(user|group):default\/[-a-z0-9_.]+$/);
          }
        },
      ),
    );
  });
});

describe('readClaimMapping', () => {
  it.each([
    ['a list', ['acme-01'], /must map claim values to groups/],
    ['a group that is no text', { a: 7 }, /must map "a" to the entity ref/],
    [
      'a user',
      { a: 'user:default/jane' },
      /"user:default\/jane", which is no group/,
    ],
  ])('refuses %s in tenants.auth.groups', (_, groups, message) => {
    expect(() => mappingOf({ groups })).toThrow(message);
  });
});
