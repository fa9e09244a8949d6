import {
  Check,
  compareHealth,
  ComponentDescriptor,
  HealthPart,
} from '@tenantry/plugin-tenants-common';
import { findComponent, TenantBinding } from '@tenantry/plugin-tenants-node';
import { CollectedCheck } from '../status/collectChecks';
import { inDependencyOrder, mainPart } from './inDependencyOrder';

export interface OnboardingOptions {
  binding: TenantBinding;
  /** What all sources say. */
  entries: readonly CollectedCheck[];
  /** What the registry says of the network, as a sentence. */
  claim: string;
  /** When the GitOps engine first applied something, as far back as it knows; RFC 3339. */
  firstDeployedAt?: string;
  /** The check as it was before. */
  before?: Check;
  now: Date;
}

const dayMs = 24 * 3_600_000;
/** What was first deployed longer ago is not new, even if nobody here saw it up. */
const newForMs = 14 * dayMs;
/** Networks take two to seven days to let somebody in. */
const patienceMs = 7 * dayMs;

/**
 * Whether a tenant environment is still being onboarded: it is new, and has never been seen with
 * all of its parts up. Says which step is open. `undefined` for one that is switched off.
 */
export function judgeOnboarding(
  options: OnboardingOptions,
): HealthPart | undefined {
  if (wasUp(options)) {
    return { health: 'Healthy' };
  }
  if (options.binding.suspended) {
    return undefined;
  }
  const step = openStep(options);
  return step ? withPatience(step, options) : { health: 'Healthy' };
}

function wasUp({ before, firstDeployedAt, now }: OnboardingOptions): boolean {
  const ageMs = now.getTime() - Date.parse(firstDeployedAt ?? '');
  return (
    before?.health === 'Healthy' ||
    before?.lastKnown?.health === 'Healthy' ||
    ageMs > newForMs
  );
}

function openStep(options: OnboardingOptions): HealthPart | undefined {
  const seen = options.entries.filter(
    ({ check, object, confirmed }) =>
      object && confirmed && check.health !== 'Missing',
  );
  if (seen.length === 0) {
    return {
      health: 'Progressing',
      reason: 'WaitingForGitOps',
      message:
        'Being onboarded. Nothing of it runs yet: the GitOps engine has to apply the files, if they are merged.',
    };
  }
  const open = openParts(options);
  const names = new Set(open.map(({ component }) => component.name));
  const [next] = open
    .filter(
      ({ component }) => !component.dependsOn?.some(name => names.has(name)),
    )
    .sort((left, right) =>
      compareHealth(right.check.health, left.check.health),
    );
  return next && waitingFor(next, options);
}

/** A part that is not up, with what is worst about it. */
interface OpenPart {
  component: ComponentDescriptor;
  check: Check;
}

function openParts({ binding, entries }: OnboardingOptions): OpenPart[] {
  return inDependencyOrder(binding.components).flatMap(component => {
    const [check] = entries
      .filter(entry => isOpen(entry, component, binding))
      .map(entry => entry.check)
      .sort((left, right) => compareHealth(right.health, left.health));
    return check ? [{ component, check }] : [];
  });
}

/** Whether an object of the part is not up; a kind without a rule says nothing about that. */
function isOpen(
  { check, object, confirmed }: CollectedCheck,
  component: ComponentDescriptor,
  { components }: TenantBinding,
): boolean {
  const isUp = ['Healthy', 'Suspended'].includes(check.health);
  const saysNothing = check.health === 'Unknown' && confirmed;
  return (
    object !== undefined &&
    !isUp &&
    !saysNothing &&
    findComponent(components, { id: check.id, object })?.name === component.name
  );
}

function waitingFor(
  { component, check }: OpenPart,
  { binding, claim }: OnboardingOptions,
): HealthPart {
  const { name, title } = component;
  const detail = check.message ?? `${check.id} is ${check.health}.`;
  return name === mainPart(binding.components)?.name
    ? {
        health: 'Progressing',
        reason: 'WaitingForNetwork',
        message: `Being onboarded. What ${title} depends on is up, and ${title} is not: it is starting, or the network does not let it in yet. ${claim}`,
      }
    : {
        health: 'Progressing',
        reason: 'WaitingForPart',
        message: `Being onboarded. The open step is ${title}: ${detail}`,
      };
}

function withPatience(
  step: HealthPart,
  { before, now }: OnboardingOptions,
): HealthPart {
  const waitedMs = now.getTime() - Date.parse(before?.since ?? '');
  const lost = before?.health === 'Degraded' || waitedMs > patienceMs;
  return lost
    ? {
        health: 'Degraded',
        reason: 'OnboardingStalled',
        message: `It has not come up for more than a week. ${step.message}`,
      }
    : step;
}
