import { ObservedCheck, TenantBinding } from '@tenantry/plugin-tenants-node';
import { unknown, watchedKinds } from '../health';
import { referenceTo } from './namedObjects';

/**
 * Kinds that are told with others: by what has made them, or by the source that watches the GitOps
 * engine.
 */
const toldElsewhere: readonly string[] = [
  'ReplicaSet',
  'ControllerRevision',
  'CertificateRequest',
  'Application',
  'Kustomization',
  'HelmRelease',
  'GitRepository',
  'OCIRepository',
  'HelmRepository',
  'HelmChart',
  'Bucket',
];

const known = new Set([
  ...watchedKinds.map(({ kind }) => kind),
  ...toldElsewhere,
]);

/** Unknown checks for what components name of kinds that nobody wrote a rule for. */
export function unruledChecks({ components }: TenantBinding): ObservedCheck[] {
  const named = new Set(components.flatMap(({ objects }) => objects ?? []));
  return [...named].flatMap(object => {
    const [kind, name] = object.split('/');
    return known.has(kind)
      ? []
      : {
          ...referenceTo(kind, name),
          ...unknown(
            'NoRule',
            `Nothing is known of ${object}: there is no rule for objects of the kind ${kind}. Take it out of the component in tenant.yaml, or have a rule written for it.`,
            'kind-without-rule',
          ),
        };
  });
}
