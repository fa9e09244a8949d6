import { World, WorldTenantEnvironment } from '../../sample/World';
import {
  LabelMatcher,
  Labels,
  matchesAll,
  metricNameLabel,
  Point,
  Series,
  toLabels,
} from '../promql';
import { FaultTimes } from './FaultTimes';
import { metricFamilies } from './families';
import {
  EnvironmentScope,
  MetricFamily,
  SimulatedSeries,
} from './MetricFamily';

/** One metric with its series and their values at one moment. */
export interface FamilySnapshot {
  family: MetricFamily;
  samples: { labels: Record<string, string>; value: number }[];
}

/** All series of the platform. Values are computed when they are asked for; none is stored. */
export class SimulatedMetrics {
  #environments: readonly WorldTenantEnvironment[] = [];
  readonly #series = new Map<MetricFamily, Series[]>();

  constructor(
    private readonly options: {
      world: World;
      faultTimes: FaultTimes;
      /** Seconds between two values of a series, as if it were scraped so often. */
      scrapeInterval: number;
    },
  ) {}

  /** The series that fulfil all matchers. */
  select(matchers: readonly LabelMatcher[]): Series[] {
    const nameMatchers = matchers.filter(
      ({ label }) => label === metricNameLabel,
    );
    return metricFamilies
      .filter(({ name }) => nameMatchers.every(m => m.matches(name)))
      .flatMap(family => this.#seriesOf(family))
      .filter(({ labels }) => matchesAll(labels, matchers));
  }

  /** The world gives another list once something in it has changed. */
  #seriesOf(family: MetricFamily): Series[] {
    const environments = this.options.world.tenantEnvironments();
    if (environments !== this.#environments) {
      this.#environments = environments;
      this.#series.clear();
    }
    const known = this.#series.get(family);
    if (known) return known;
    const series = this.#scopes().flatMap(scope =>
      family.seriesOf(scope).map(one => this.#scraped(family.name, one)),
    );
    this.#series.set(family, series);
    return series;
  }

  /** What a scrape of one cluster would find at a Unix time in seconds. */
  snapshot(cluster: string, timestamp: number): FamilySnapshot[] {
    const scopes = this.#scopes().filter(
      ({ environment }) => environment.cluster === cluster,
    );
    return metricFamilies.map(family => ({
      family,
      samples: scopes.flatMap(scope =>
        family.seriesOf(scope).flatMap(({ labels, valueAt }) => {
          const value = valueAt(timestamp);
          return value === undefined ? [] : [{ labels, value }];
        }),
      ),
    }));
  }

  #scopes(): EnvironmentScope[] {
    const { world, faultTimes } = this.options;
    return world.tenantEnvironments().map(environment => {
      const target = `${environment.tenant}/${environment.environment}`;
      return {
        environment,
        faultSince: fault => faultTimes.since(fault, target),
      };
    });
  }

  #scraped(name: string, { labels, valueAt }: SimulatedSeries): Series {
    const { scrapeInterval } = this.options;
    const pointOf = (scrape: number): Point | undefined => {
      const timestamp = scrape * scrapeInterval;
      const value = valueAt(timestamp);
      return value === undefined ? undefined : { timestamp, value };
    };
    return {
      labels: named(name, labels),
      pointAt: timestamp => pointOf(Math.floor(timestamp / scrapeInterval)),
      pointsBetween: (start, end) => {
        const points: Point[] = [];
        const last = Math.floor(end / scrapeInterval);
        let scrape = Math.floor(start / scrapeInterval) + 1;
        for (; scrape <= last; scrape++) {
          const point = pointOf(scrape);
          if (point) points.push(point);
        }
        return points;
      },
    };
  }
}

function named(name: string, labels: Record<string, string>): Labels {
  return toLabels([[metricNameLabel, name], ...Object.entries(labels)]);
}
