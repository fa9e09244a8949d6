import { Alert } from '@backstage/ui';
import type { ComponentStatus } from '@tenantry/plugin-tenants-common';

/** Reason of the registry's check that compares versions with those of the network. */
const versionBehind = 'VersionBehind';

/** Says in the check's own words that a version is behind the network's. */
export function VersionNotice(props: { components: ComponentStatus[] }) {
  const behind = props.components
    .flatMap(({ checks }) => checks)
    .filter(({ reason }) => reason === versionBehind);
  return (
    <>
      {behind.map(({ id, message }) => (
        <Alert key={id} status="warning" icon title={message ?? id} />
      ))}
    </>
  );
}
