import { ConfigReader } from '@backstage/config';
import { builtInMetrics, queueDepth } from '../__testUtils__/metrics';
import { readCatalogue } from './readCatalogue';

const read = (section: object) =>
  readCatalogue(new ConfigReader(section as never));
const own = (...metrics: object[]) => ({
  catalogue: { builtIn: 'none', metrics },
});
const find = (section: object, id: string) =>
  read(section).find(metric => metric.id === id)!;

describe('readCatalogue', () => {
  it('has the built-in metrics without configuration', () => {
    expect(read({})).toEqual(builtInMetrics);
  });

  it('leaves the built-in metrics out where they do not fit', () => {
    expect(read(own(queueDepth))).toEqual([
      {
        ...queueDepth,
        chart: true,
        check: { ...queueDepth.check, expected: false },
      },
    ]);
  });

  it('replaces a built-in metric by one of the same id', () => {
    const metrics = [{ ...queueDepth, id: 'ledger-lag' }];
    const catalogue = read({ catalogue: { metrics } });
    expect(catalogue).toHaveLength(builtInMetrics.length);
    expect(catalogue.at(-1)).toMatchObject({ title: 'Queue depth' });
  });

  it('sets limits, and the reserve wherever it is used', () => {
    const thresholds = {
      'ledger-lag': { warning: 90 },
      'traffic-balance': { critical: 5 },
    };
    const { levels } = find({ thresholds }, 'ledger-lag').check!;
    expect(levels.map(({ limit }) => limit)).toEqual([90, 120]);
    expect(find({ thresholds }, 'traffic-balance').check!.levels).toMatchObject(
      [{ limit: 5 }],
    );
    expect(find({ thresholds }, 'traffic-runway').query).toContain('- 5)');
  });

  const level = queueDepth.check.levels[0];
  const withLevel = (part: object) =>
    own({
      ...queueDepth,
      check: { ...queueDepth.check, levels: [{ ...level, ...part }] },
    });

  it.each([
    [{ catalogue: { builtIn: 'daml' } }, 'builtIn must be one of canton, none'],
    [own({ ...queueDepth, id: 'Queue' }), 'metrics[0].id must be lower-case'],
    [own({ ...queueDepth, unit: 'miles' }), 'unit must be one of bytes'],
    [own({ ...queueDepth, title: 'a\nb' }), 'title must be one line'],
    [
      own({ ...queueDepth, seriesLabel: 'a-b' }),
      'seriesLabel must be the name of a label',
    ],
    [
      own({ ...queueDepth, query: 'sum(queue_depth)' }),
      'metrics[0].query cannot be asked for all tenants at once',
    ],
    [own(queueDepth, queueDepth), 'names "queue-depth" twice'],
    [withLevel({ severity: 'bad' }), 'severity must be one of'],
    [withLevel({ reason: 'queue full' }), 'reason must be one CamelCase word'],
    [withLevel({ message: '{valu}' }), 'message knows {value}, {limit}'],
    [withLevel({ limit: 'many' }), 'levels[0].limit'],
    [
      own({ ...queueDepth, check: { ...queueDepth.check, levels: [] } }),
      'levels must have one level',
    ],
    [
      own({ ...queueDepth, check: { ...queueDepth.check, unwell: 'left' } }),
      'unwell must be one of above, below',
    ],
    [{ thresholds: { cpu: { warning: 1 } } }, 'thresholds.cpu is no metric'],
    [{ thresholds: { nothing: {} } }, 'thresholds.nothing is no metric'],
    [
      { thresholds: { 'traffic-balance': { warning: 1 } } },
      'thresholds.traffic-balance.warning must be critical',
    ],
    [
      own(
        ...Array.from({ length: 61 }, (_, index) => ({
          ...queueDepth,
          id: `queue-${index}`,
        })),
      ),
      'must not have more than 60 metrics',
    ],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(message);
  });
});
