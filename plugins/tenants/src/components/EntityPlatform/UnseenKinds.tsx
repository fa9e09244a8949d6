import { Text } from '@backstage/ui';
import type {
  ClusterStatus,
  UnseenKind,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';

/** The kinds of objects that no source sees in a cluster, be it that they are not installed. */
export function UnseenKinds(props: { cluster: ClusterStatus }) {
  const t = useText();
  const kinds = props.cluster.sources.flatMap(
    ({ unseenKinds = [] }) => unseenKinds,
  );
  const absent = kinds.filter(isAbsent).map(nameOf).sort();
  return (
    <>
      {kinds
        .filter(kind => !isAbsent(kind))
        .map(kind => (
          <Text key={nameOf(kind)} as="p">
            {t('entity.kindNotSeen', {
              kind: nameOf(kind),
              message: kind.message,
            })}
          </Text>
        ))}
      {absent.length > 0 && (
        <Text variant="body-small" color="secondary">
          {t('entity.kindsAbsent', { kinds: absent.join(', ') })}
        </Text>
      )}
    </>
  );
}

function isAbsent({ reason }: UnseenKind): boolean {
  return reason === 'KindAbsent';
}

/** As `kubectl` takes it, since several groups have a kind of the same name. */
function nameOf({ kind, group }: UnseenKind): string {
  return group ? `${kind}.${group}` : kind;
}
