import { Link } from '@backstage/ui';
import type { StatusLink } from '@tenantry/plugin-tenants-common';

/** Ways to where else the same can be looked at. */
export function ToolLinks(props: {
  links: StatusLink[];
  kind: StatusLink['kind'];
}) {
  return props.links
    .filter(({ kind }) => kind === props.kind)
    .map(({ title, url }) => (
      <Link key={url} href={url} target="_blank" rel="noopener">
        {title}
      </Link>
    ));
}
