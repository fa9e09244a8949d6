import {
  KubernetesKind,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { JudgeContext } from '../health';

/** Everything that an observation of one tenant environment follows from. */
export interface ObserveContext extends JudgeContext {
  binding: TenantBinding;
  view: NamespaceView;
}

/** Whether all objects of a kind are known, be it that the cluster does not have the kind. */
export function isKnown(
  kind: KubernetesKind<unknown>,
  view: NamespaceView,
): boolean {
  const availability = view.availability(kind);
  return (
    availability.phase === 'Observed' ||
    availability.phase === 'Absent' ||
    (availability.phase === 'Failing' && availability.only !== undefined)
  );
}
