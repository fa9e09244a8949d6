import fc from 'fast-check';
import { bindingOf } from './__testUtils__/bindings';
import { isLabelName, renderMatchers } from './matchers';

const render = (metricMatchers: Record<string, string>) =>
  renderMatchers(bindingOf('acme-01', 'devnet', { metricMatchers }));

describe('renderMatchers', () => {
  it('joins the matchers of the binding', () => {
    expect(render({ cluster: 'devnet', namespace: 'acme-01-devnet' })).toBe(
      'cluster="devnet",namespace="acme-01-devnet"',
    );
  });

  it('lets no value leave its quotes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), value => {
        const [, quoted] = /^namespace=("(?:[^"\\\n]|\\[\\"n])*")$/.exec(
          render({ namespace: value }),
        )!;
        const unescaped = quoted
          .slice(1, -1)
          .replace(/\\(.)/g, (_, character) =>
            character === 'n' ? '\n' : character,
          );
        expect(unescaped).toBe(value);
      }),
    );
  });

  it.each([
    [{}],
    [{ namespace: '' }],
    [{ __name__: 'up' }],
    [{ 'a="b",c': 'd' }],
  ])('refuses %j', matchers => {
    expect(() => render(matchers as Record<string, string>)).toThrow(
      'The metricMatchers of acme-01/devnet must be label names with values.',
    );
  });
});

describe('isLabelName', () => {
  it.each(['cluster', '_a', 'A1'])('accepts %s', name => {
    expect(isLabelName(name)).toBe(true);
  });

  it.each(['', '1a', 'a-b', '__name__', 'a)', 'ä'])('refuses "%s"', name => {
    expect(isLabelName(name)).toBe(false);
  });
});
