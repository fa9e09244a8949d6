import { Assessment, MetricCheck } from './MetricDefinition';

type Assess = MetricCheck['assess'];

const healthy: Assessment = { health: 'Healthy' };

const ledgerLag: Assess = ({ value }, limits) => {
  const seconds = Math.round(value);
  if (value > limits.ledgerLagCriticalSeconds) {
    return {
      health: 'Degraded',
      reason: 'LedgerLagging',
      message: `The newest ledger update that the validator has seen is ${seconds} s old. Likely the participant has lost its sequencers or cannot keep up; look at its connections, its traffic balance and its log.`,
    };
  }
  if (value > limits.ledgerLagWarningSeconds) {
    return {
      health: 'Progressing',
      reason: 'LedgerCatchingUp',
      message: `The newest ledger update that the validator has seen is ${seconds} s old. After a restart that is normal; otherwise watch whether it grows.`,
    };
  }
  return healthy;
};

const trafficBalance: Assess = ({ value }, limits) =>
  value < limits.trafficReserveBytes
    ? {
        health: 'Degraded',
        reason: 'TrafficBelowReserve',
        message: `${count(
          value,
        )} bytes of extra traffic are left, below the reserve of ${count(
          limits.trafficReserveBytes,
        )}, so that transactions are refused. Likely top-up is off or the wallet is empty; check the validator's top-up values and its coin balance.`,
      }
    : healthy;

const participantHealth: Assess = ({ value, series }) =>
  value < 1
    ? {
        health: 'Degraded',
        reason: 'ParticipantUnhealthy',
        message: `The participant reports its part ${
          series ?? 'participant'
        } as unhealthy. Likely it is starting, crashing or has lost its database or sequencers; look at its pod and its log.`,
      }
    : healthy;

const validatorAutomation: Assess = ({ value }) =>
  value > 0
    ? {
        health: 'Degraded',
        reason: 'AutomationUnhealthy',
        message: `${count(
          value,
        )} background services of the validator are unhealthy although it counts as ready. Look for their names in the metric splice_automation_background_service_health and for their errors in its log.`,
      }
    : healthy;

const sequencerConnections: Assess = ({ value }) =>
  value < 0
    ? {
        health: 'Degraded',
        reason: 'TooFewSequencers',
        message: `${count(
          -value,
        )} validated sequencer connections too few to be trusted. Likely the egress address is not on the allow-lists of the super validators, or they are down; check both before restarting anything.`,
      }
    : healthy;

const volumeFill: Assess = ({ value, series }, limits) =>
  value < limits.volumeMinimumFreeRatio
    ? {
        health: 'Degraded',
        reason: 'VolumeNearlyFull',
        message: `${Math.floor(value * 100)} % of the volume ${
          series ?? ''
        } is free. A full volume stops the database; make it larger, or prune earlier.`,
      }
    : healthy;

/** From the worst value of a metric to its health, reason and message. */
export const assessments = {
  ledgerLag,
  trafficBalance,
  participantHealth,
  validatorAutomation,
  sequencerConnections,
  volumeFill,
};

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
