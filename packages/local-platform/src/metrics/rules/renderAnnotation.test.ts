import { renderAnnotation } from './renderAnnotation';

describe('renderAnnotation', () => {
  it.each([
    ['{{ $value | humanizeDuration }}', 8_000, '2h 13m 20s'],
    ['{{ $value | humanizeDuration }}', -86_461, '-1d 0h 1m 1s'],
    ['{{ $value | humanizeDuration }}', 0, '0s'],
    [
      '{{ $value | humanizePercentage }} of {{ $labels.pvc }}',
      0.1,
      '10% of pg',
    ],
    ['{{ $value | humanize }} {{ $labels.other }}', 600.04, '600 '],
    ['{{ $value }}', 1.5, '1.5'],
  ])('fills "%s" in with %d', (template, value, text) => {
    expect(renderAnnotation(template, { pvc: 'pg' }, value)).toBe(text);
  });
});
