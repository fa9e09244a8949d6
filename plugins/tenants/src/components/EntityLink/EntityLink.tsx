import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';

/** Links to an entity; without the catalog plugin in the app only its name is shown. */
export function EntityLink(props: { entityRef: string }) {
  const route = useRouteRef(entityRouteRef);
  const { kind, namespace, name } = parseEntityRef(props.entityRef);
  return route ? (
    <Link
      href={route({ kind: kind.toLocaleLowerCase('en-US'), namespace, name })}
    >
      {name}
    </Link>
  ) : (
    <Text>{name}</Text>
  );
}
