import { Liveness } from './Liveness';

const beats = (entries: Record<string, number>) =>
  new Map(Object.entries(entries));

describe('Liveness', () => {
  it('calls dead who has not beaten for long enough', () => {
    const liveness = new Liveness(15_000);
    expect(liveness.look(beats({ one: 1, two: 7 }), 0)).toEqual([]);
    expect(liveness.look(beats({ one: 5, two: 7 }), 14_999)).toEqual([]);
    expect(liveness.look(beats({ one: 9, two: 7 }), 15_000)).toEqual(['two']);
  });

  it('forgives who beats again, and forgets who is gone', () => {
    const liveness = new Liveness(15_000);
    liveness.look(beats({ one: 1, two: 1 }), 0);
    expect(liveness.look(beats({ one: 2 }), 20_000)).toEqual([]);
    expect(liveness.look(beats({ one: 2, two: 1 }), 25_000)).toEqual([]);
  });

  it('calls nobody dead whom it could not see', () => {
    const liveness = new Liveness(15_000);
    liveness.look(beats({ one: 1 }), 0);
    liveness.reset();
    expect(liveness.look(beats({ one: 1 }), 60_000)).toEqual([]);
  });
});
