import { FaultBoard, tenantTarget } from '../../faults';
import { Application } from '../applications/Application';

/** While the fault `drift` is on, nothing heals the Application by itself. */
export function withDrift(
  application: Application,
  faults: FaultBoard,
): Application {
  const { destination, syncPolicy } = application.spec;
  const { name = '', namespace = '' } = destination;
  const target = tenantTarget(name, namespace);
  if (!target || !syncPolicy?.automated || !faults.isActive('drift', target)) {
    return application;
  }
  const automated = { ...syncPolicy.automated, selfHeal: false };
  const spec = {
    ...application.spec,
    syncPolicy: { ...syncPolicy, automated },
  };
  return { ...application, spec };
}
