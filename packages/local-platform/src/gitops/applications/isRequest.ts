import { JsonObject } from '@backstage/types';
import { KubernetesObject, StoreEvent } from '../../kubernetes/ObjectStore';
import { sameJson } from '../merge';
import { argocdNamespace } from './Application';

/**
 * Whether somebody asks something of an Application: it comes or goes, or more than its status
 * changes, which is the controller's own writing.
 */
export function isRequest({ type, object, previous }: StoreEvent): boolean {
  return (
    object.kind === 'Application' &&
    object.metadata.namespace === argocdNamespace &&
    (type !== 'MODIFIED' ||
      !previous ||
      !sameJson(asked(object), asked(previous)))
  );
}

function asked({ spec, operation, metadata }: KubernetesObject): JsonObject {
  const { labels, annotations, deletionTimestamp } = metadata;
  return {
    spec,
    operation,
    labels,
    annotations,
    deletionTimestamp,
  } as JsonObject;
}
