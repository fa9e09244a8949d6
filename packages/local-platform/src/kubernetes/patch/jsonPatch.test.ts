import { jsonPatch } from './jsonPatch';

describe('jsonPatch', () => {
  it('runs the operations on a copy', () => {
    const target = { spec: { replicas: 1 } };
    const patched = jsonPatch(target, [
      { op: 'replace', path: '/spec/replicas', value: 2 },
      { op: 'add', path: '/metadata', value: {} },
    ]);
    expect(patched).toEqual({ spec: { replicas: 2 }, metadata: {} });
    expect(target).toEqual({ spec: { replicas: 1 } });
  });

  it.each([
    ['no list', {}],
    ['an unknown operation', [{ op: 'explode', path: '/a' }]],
    ['a path that does not exist', [{ op: 'remove', path: '/a' }]],
    ['a failing test', [{ op: 'test', path: '/spec', value: 1 }]],
    ['too many operations', Array(10_001).fill({ op: 'test', path: '' })],
    ['a prototype', [{ op: 'add', path: '/__proto__/a', value: 1 }]],
  ])('refuses %s', (_, patch) => {
    expect(() => jsonPatch({ spec: {} }, patch)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('does not repeat the object in the error', () => {
    expect(() =>
      jsonPatch({ password: 'geheim' }, [{ op: 'remove', path: '/a' }]),
    ).toThrow(
      expect.not.objectContaining({
        message: expect.stringContaining('geheim'),
      }),
    );
  });
});
