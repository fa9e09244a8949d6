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
    const mapping = mappingOf({
      usernameClaim: 'login',
      groups: [{ claim: 'roles', value: '*', group: '*' }],
    });
    expect(
      mapClaims({ login: 'j.doe', roles: ['acme-01', 'acme-01'] }, mapping),
    ).toEqual({
      userEntityRef: 'user:default/j.doe',
      groups: ['group:default/acme-01'],
    });
  });

  it('takes no other groups than the configured ones', () => {
    const mapping = mappingOf({
      groups: [
        {
          claim: 'groups',
          value: '/platform/operators',
          group: 'platform-operators',
        },
      ],
    });
    const claims = {
      ...jane,
      groups: ['/platform/operators', 'platform-operators', 'acme-01'],
    };
    expect(mapClaims(claims, mapping).groups).toEqual([
      'group:default/platform-operators',
    ]);
    expect(() => mapClaims(jane, mapping)).toThrow(
      /as "jane", who has no access/,
    );
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
    ).toThrow(
      'You are signed in as "jane", who has no access to this portal: none of your groups is known here. Ask the operators of the platform for access, and tell this name.',
    );
  });

  it('says whom to ask, as configured', () => {
    expect(() =>
      mapClaims(
        { preferred_username: 'jane' },
        mappingOf({ contact: 'platform@example.com' }),
      ),
    ).toThrow('Ask platform@example.com for access');
  });

  describe('of a realm that brokers those of the clients', () => {
    const mapping = mappingOf({
      groups: [
        { claim: 'groups', value: '/clients/*', group: 'group:default/*' },
        { claim: 'realm', value: 'acme', group: 'acme-01' },
        {
          claim: 'realm_access.roles',
          value: 'portal-operator',
          group: 'platform-operators',
        },
        { claim: 'https://example.com/team', value: 'x-*-y', group: 'x-*' },
      ],
    });
    const operator = { roles: ['portal-operator'] };
    const groupsOf = (claims: object) =>
      outcomeOf(() =>
        mapClaims({ preferred_username: 'jane', ...claims }, mapping),
      ).user?.groups;

    it.each([
      ['a prefix', { groups: ['/clients/acme-01'] }, ['acme-01']],
      ['a realm', { realm: 'acme' }, ['acme-01']],
      ['a nested claim', { realm_access: operator }, ['platform-operators']],
      [
        'a claim with dots in its name',
        { 'https://example.com/team': 'x-1-y' },
        ['x-1'],
      ],
      [
        'several claims, each once',
        { groups: ['/clients/acme-01', '/clients/b'], realm: 'acme' },
        ['acme-01', 'b'],
      ],
    ])('takes %s', (_, claims, names) => {
      expect(groupsOf(claims)).toEqual(
        names.map(name => `group:default/${name}`),
      );
    });

    it.each([
      ['the value of another claim', { realm: '/clients/acme-01' }],
      ['a role among the groups', { groups: ['portal-operator'] }],
      ['a name without its prefix', { groups: ['acme-01'] }],
      ['a deeper path', { groups: ['/clients/acme-01/platform-operators'] }],
      ['a path within the name', { groups: ['/clients/../platform'] }],
      ['no name', { groups: ['/clients/'] }],
      ['a part of a value', { realm: 'acme-02' }],
      ['a role of an application', { resource_access: operator }],
      ['a role that is inherited', { realm_access: Object.create(operator) }],
      ['a renamed group', { groups: ['/customers/acme-01'] }],
      ['the wildcard itself', { groups: ['/clients/*'] }],
      ['overlapping ends', { 'https://example.com/team': 'x-y' }],
    ])('does not take %s', (_, claims) => {
      expect(groupsOf(claims)).toBeUndefined();
    });
  });

  it('takes one group that is a text, as some providers write it', () => {
    expect(
      mapClaims({ ...jane, groups: 'acme-01' }, mappingOf()).groups,
    ).toEqual(['group:default/acme-01']);
  });

  it.each([
    ['a number', 7],
    ['an object', { 0: 'acme-01', length: 1 }],
    ['a very long list', Array(1001).fill('acme-01')],
  ])('refuses a groups claim that is %s', (_, groups) => {
    expect(() => mapClaims({ ...jane, groups }, mappingOf())).toThrow(
      /claim "groups" is neither a text nor a list of at most 1000/,
    );
  });

  it('refuses a user in too many groups', () => {
    const groups = [...Array(51).keys()].map(index => `team-${index}`);
    expect(() => mapClaims({ ...jane, groups }, mappingOf())).toThrow(
      /in 51 groups; this portal takes at most 50/,
    );
  });

  it.each([
    undefined,
    7,
    '',
    'jane@example.com',
    'Jane',
    'jane/../operator',
    'user:default/operator',
    'a'.repeat(64),
    { name: 'jane' },
  ])('refuses the user name %p', name => {
    expect(() =>
      mapClaims({ ...jane, preferred_username: name }, mappingOf()),
    ).toThrow(
      /claim "preferred_username" (of your account holds no name|is neither)/,
    );
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
  const mapping = { claim: 'groups', value: '/clients/*', group: '*' };

  it.each([
    ['a map', { a: 'group:default/a' }, /tenants\.auth\.groups/],
    ['a mapping without a claim', [{ value: 'a', group: 'a' }], /claim/],
    ['a mapping without a group', [{ claim: 'groups', value: 'a' }], /group/],
    [
      'a user',
      [{ ...mapping, group: 'user:default/*' }],
      /groups\[0\] maps to "user:default\/\*", which is no group/,
    ],
    [
      'many values for one group',
      [{ ...mapping, group: 'platform-operators' }],
      /either both have one "\*"/,
    ],
    ['two names', [{ ...mapping, value: '/*/*' }], /either both have one "\*"/],
    ['a group without a value', [{ ...mapping, value: 'a' }], /either both/],
  ])('refuses %s in tenants.auth.groups', (_, groups, message) => {
    expect(() => mappingOf({ groups })).toThrow(message);
  });
});
