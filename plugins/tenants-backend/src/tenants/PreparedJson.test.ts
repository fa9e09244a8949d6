import { PreparedCache, prepareJson } from './PreparedJson';

describe('prepareJson', () => {
  it('has the same tag for the same text only', () => {
    expect(prepareJson({ a: 1 })).toEqual(prepareJson({ a: 1 }));
    expect(prepareJson({ a: 1 }).etag).not.toBe(prepareJson({ a: 2 }).etag);
    expect(prepareJson({ a: 'é' }).body.toString()).toBe('{"a":"é"}');
  });
});

describe('PreparedCache', () => {
  const make = jest.fn(() => prepareJson('12345678'));

  beforeEach(() => make.mockClear());

  it('makes an answer once for as long as its basis is the same', () => {
    const cache = new PreparedCache(1_000);
    const status = {};
    const first = cache.get('a', [status, 1], make);
    expect(cache.get('a', [status, 1], make)).toBe(first);
    expect(make).toHaveBeenCalledTimes(1);
    cache.get('a', [{}, 1], make);
    cache.get('a', [{}, 1], make);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it('keeps what was asked for last, and no more than it may', () => {
    const cache = new PreparedCache(25);
    cache.get('a', [], make);
    cache.get('b', [], make);
    cache.get('a', [], make);
    cache.get('c', [], make);
    expect(make).toHaveBeenCalledTimes(3);
    cache.get('a', [], make);
    expect(make).toHaveBeenCalledTimes(3);
    cache.get('b', [], make);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('does not count twice what it makes anew', () => {
    const cache = new PreparedCache(25);
    for (let round = 0; round < 10; round++) {
      cache.get('a', [round], make);
    }
    cache.get('b', [], make);
    make.mockClear();
    cache.get('a', [9], make);
    expect(make).not.toHaveBeenCalled();
  });
});
