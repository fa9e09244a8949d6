import { formatMetric } from './formatMetric';

describe('formatMetric', () => {
  it.each([
    [0, 'bytes', '0 B'],
    [1536, 'bytes', '1.5 KiB'],
    [3.1 * 1024 ** 3, 'bytes', '3.1 GiB'],
    [2 ** 70, 'bytes', '1,048,576 PiB'],
    [0, 'seconds', '0 s'],
    [0.0421, 'seconds', '42.1 ms'],
    [12, 'seconds', '12 s'],
    [120, 'seconds', '120 s'],
    [-7_000, 'seconds', '-117 min'],
    [9_000, 'seconds', '2.5 h'],
    [2_592_000, 'seconds', '30 d'],
    [0.25, 'cores', '0.25 CPU'],
    [1234, 'count', '1,234'],
    [0.075, 'ratio', '7.5 %'],
    [-5, 'coins', '-5 CC'],
  ] as const)('writes %d in %s as %s', (value, unit, text) => {
    expect(formatMetric(value, unit, 'en')).toBe(text);
  });

  it.each([
    [1_800, 9_000, 'seconds', '0.5 h'],
    [0, 9_000, 'seconds', '0 h'],
    [512 * 1024, 2 * 1024 ** 2, 'bytes', '0.5 MiB'],
  ] as const)('writes %d as %d in %s is written', (value, like, unit, text) => {
    expect(formatMetric(value, unit, 'en', like)).toBe(text);
  });
});
