import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../kubernetes/ObjectStore';

/** A chart with everything that `helm template` would be given. */
export interface ChartRelease {
  chart: string;
  version: string;
  /** Release name. */
  release: string;
  namespace: string;
  values: JsonObject;
}

/** A simulated Helm chart. */
export interface Chart {
  /** JSON Schema (draft 7) of the values. */
  valuesSchema: object;
  /** Called with values that fit the schema only. */
  render(release: ChartRelease): KubernetesObject[];
}
