import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';

/** A name and its value, for use inside a `dl`. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Text variant="body-small" color="secondary">
          {props.name}
        </Text>
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}
