import { createHash } from 'node:crypto';
import { WorldTenantEnvironment } from '../../sample/World';

/** Canton identifiers of a tenant environment, as they stand in the labels of its series. */
export function identitiesOf(environment: WorldTenantEnvironment) {
  const { cluster, namespace, partyHint } = environment;
  const fingerprint = fingerprintOf(`${cluster}/${namespace}`);
  return {
    party: `${partyHint}::${fingerprint}`,
    member: `PAR::${partyHint}::${fingerprint}`,
    synchronizer: `global-domain::${fingerprintOf(environment.environment)}`,
  };
}

function fingerprintOf(text: string): string {
  return `1220${createHash('sha256').update(text).digest('hex')}`;
}
