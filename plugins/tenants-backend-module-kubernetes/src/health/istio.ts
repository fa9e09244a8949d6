import {
  KubernetesObject,
  listAt,
  textAt,
} from '@tenantry/plugin-tenants-node';
import { degraded, healthy, ObservedKind } from './ObservedKind';

/** What is kept of an object: the errors that the analysis of Istio finds in it. */
interface IstioProjection {
  errors: string[];
}

const group = 'networking.istio.io';
const versions = ['v1', 'v1beta1'];
const maximumErrors = 5;

export const istioGateway = define('Gateway', 'gateways');
export const virtualService = define('VirtualService', 'virtualservices');
export const destinationRule = define('DestinationRule', 'destinationrules');

/** Without the analysis, which is switched off by default, all that is seen is that it is there. */
function define(kind: string, plural: string): ObservedKind<IstioProjection> {
  return {
    kind,
    group,
    versions,
    plural,
    project: projectErrors,
    judge: ({ errors }) =>
      errors.length === 0
        ? healthy
        : degraded(
            'ConfigurationInvalid',
            `Istio finds errors in it (${errors.join(
              ', ',
            )}), so it may not do what it says. Look these codes up in Istio's list of analysis messages.`,
            'route-not-accepted',
          ),
    onlyNamed: true,
  };
}

function projectErrors(object: KubernetesObject): IstioProjection {
  const errors = listAt(object, 'status', 'validationMessages')
    .filter(message => textAt(message, 'level')?.toUpperCase() === 'ERROR')
    .flatMap(message => textAt(message, 'type', 'code') ?? []);
  return { errors: [...new Set(errors)].slice(0, maximumErrors) };
}
