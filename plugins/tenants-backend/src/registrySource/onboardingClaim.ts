import { EnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { ObservedCheck } from '@tenantry/plugin-tenants-node';

/** Id of the check that says whether a tenant environment has ever been up. */
export const onboardingCheckId = 'onboarding/state';

/** Reason of the check as the registry alone gives it. */
export const onboardingClaimed = 'Onboarding';

/**
 * The check `onboarding/state` before anybody has looked at what runs: the registry knows only
 * what the network asks of those who are new. `settleRegistryChecks` decides with what the other
 * sources say.
 */
export function onboardingClaim({
  spec,
}: EnvironmentDescriptor): ObservedCheck {
  const { requiresOnboardingSecret, onboardingSecretLifetime } = spec.network;
  const lifetime =
    onboardingSecretLifetime === undefined
      ? ''
      : `, which is valid for ${onboardingSecretLifetime} and for one use`;
  return {
    id: onboardingCheckId,
    runbook: 'onboarding',
    health: 'Progressing',
    reason: onboardingClaimed,
    message:
      requiresOnboardingSecret === true
        ? `${spec.title} lets nobody in without a secret of the sponsor${lifetime}.`
        : `${spec.title} asks for no secret of a sponsor.`,
  };
}
