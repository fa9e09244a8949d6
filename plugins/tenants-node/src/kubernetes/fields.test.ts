import fc from 'fast-check';
import {
  booleanAt,
  conditionsOf,
  listAt,
  numberAt,
  textAt,
  valueAt,
} from './fields';

const deployment = {
  metadata: { name: 'participant' },
  spec: { replicas: 0, paused: false },
  status: {
    conditions: [
      { type: 'Available', status: 'False', reason: 'MinimumReplicas' },
      { type: 7 },
      null,
    ],
  },
};

describe('fields', () => {
  it('finds values of the right type', () => {
    expect(textAt(deployment, 'metadata', 'name')).toBe('participant');
    expect(numberAt(deployment, 'spec', 'replicas')).toBe(0);
    expect(booleanAt(deployment, 'spec', 'paused')).toBe(false);
    expect(listAt(deployment, 'status', 'conditions')).toHaveLength(3);
  });

  it('finds nothing where the type is another', () => {
    expect(textAt(deployment, 'spec', 'replicas')).toBeUndefined();
    expect(numberAt(deployment, 'metadata', 'name')).toBeUndefined();
    expect(booleanAt(deployment, 'spec', 'replicas')).toBeUndefined();
    expect(listAt(deployment, 'metadata')).toEqual([]);
  });

  it('reads conditions and skips what is none', () => {
    expect([...conditionsOf(deployment).values()]).toEqual([
      {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicas',
        message: undefined,
      },
    ]);
  });

  it('does not find what an object inherits', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({}, '__proto__', 'toString')).toBeUndefined();
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.string()), (value, path) => {
        expect(typeof textAt(value, ...path)).toMatch(/string|undefined/);
        expect(typeof numberAt(value, ...path)).toMatch(/number|undefined/);
        expect(listAt(value, ...path)).toBeInstanceOf(Array);
        expect(conditionsOf(value)).toBeInstanceOf(Map);
      }),
    );
  });
});
