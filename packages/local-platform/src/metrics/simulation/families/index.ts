import { MetricFamily } from '../MetricFamily';
import { databaseFamilies } from './database';
import { kubernetesFamilies } from './kubernetes';
import { participantFamilies } from './participant';
import { sequencerFamilies } from './sequencer';
import { validatorFamilies } from './validator';

/** Every simulated metric, in the order of its name. */
export const metricFamilies: readonly MetricFamily[] = [
  ...kubernetesFamilies,
  ...validatorFamilies,
  ...participantFamilies,
  ...sequencerFamilies,
  ...databaseFamilies,
].sort((left, right) => (left.name < right.name ? -1 : 1));
