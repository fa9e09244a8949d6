import { isOwner } from './isOwner';

const tenant = { tenant: 'acme-01', owner: 'group:default/acme-01' };

describe('isOwner', () => {
  it('applies to a tenant that one of the given entities owns', () => {
    const owners = ['user:default/jane', 'group:default/acme-01'];
    expect(isOwner.apply(tenant, { owners })).toBe(true);
  });

  it.each([
    ['nobody', []],
    ['somebody else', ['group:default/globex-01']],
    ['a longer name', ['group:default/acme-011']],
    ['the bare name', ['acme-01']],
  ])('does not apply to %s', (_, owners) => {
    expect(isOwner.apply(tenant, { owners })).toBe(false);
  });

  it('asks the same as a query', () => {
    const owners = ['group:default/acme-01'];
    expect(isOwner.toQuery({ owners })).toEqual({ owners });
  });
});
