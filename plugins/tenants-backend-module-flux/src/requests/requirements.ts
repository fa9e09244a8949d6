import { ConflictError } from '@backstage/errors';
import {
  KubernetesObject,
  TenantBinding,
  textAt,
} from '@tenantry/plugin-tenants-node';
import { kustomization, KustomizationProjection } from '../objects';
import { explainMismatch } from '../trust';

/** @throws ConflictError when the Kustomization is about something else than the binding. */
export function trusted(
  object: KubernetesObject,
  binding: TenantBinding,
): KustomizationProjection {
  const { name } = binding.application;
  const projection = kustomization.project(object);
  const mismatch = explainMismatch(projection, binding);
  if (mismatch) {
    throw new ConflictError(
      `The Kustomization ${name} is not about this tenant environment. ${mismatch}`,
    );
  }
  if (textAt(object, 'metadata', 'deletionTimestamp')) {
    throw new ConflictError(`The Kustomization ${name} is being deleted.`);
  }
  return projection;
}

/** @throws ConflictError while the Kustomization is suspended. */
export function requireActive({ suspended }: KustomizationProjection): void {
  if (suspended) {
    throw new ConflictError(
      'The Kustomization is suspended, so Flux applies nothing. Resume it first.',
    );
  }
}
