import {
  asSentence,
  Condition,
  conditionsOf,
} from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  Judgement,
  ObservedKind,
  progressing,
} from './ObservedKind';

/** What is kept of an object that says by one condition whether it works. */
export interface ReadyProjection {
  condition?: Condition;
}

export const externalSecret = define({
  kind: 'ExternalSecret',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  plural: 'externalsecrets',
  condition: 'Ready',
  advice:
    'The secret store could not be read, so pods may lack the secret or run with an old one. Check that the key exists in the store and that the store may be read.',
});

export const secretStore = define({
  kind: 'SecretStore',
  group: 'external-secrets.io',
  versions: ['v1', 'v1beta1'],
  plural: 'secretstores',
  condition: 'Ready',
  advice: 'No secret can be synced. Check the credentials of the store.',
});

export const gatewayApiGateway = define({
  kind: 'Gateway',
  group: 'gateway.networking.k8s.io',
  versions: ['v1', 'v1beta1'],
  plural: 'gateways',
  condition: 'Programmed',
  advice: 'Clients cannot connect. Check the listeners and their certificates.',
});

function define({
  condition: type,
  advice,
  ...kind
}: Pick<
  ObservedKind<ReadyProjection>,
  'kind' | 'group' | 'versions' | 'plural'
> & { condition: string; advice: string }): ObservedKind<ReadyProjection> {
  return {
    ...kind,
    project: object => ({ condition: conditionsOf(object).get(type) }),
    judge: ({ condition }) => judgeCondition(condition, advice),
  };
}

function judgeCondition(
  condition: Condition | undefined,
  advice: string,
): Judgement {
  switch (condition?.status) {
    case 'True':
      return healthy;
    case 'False':
      return degraded(
        condition.reason ?? 'NotReady',
        `${asSentence(condition.message ?? 'It is not ready')} ${advice}`,
      );
    default:
      return progressing(
        'NotReconciled',
        'The controller has not said anything about it yet.',
      );
  }
}
