import { Flex, Text } from '@backstage/ui';
import { RiLock2Line } from '@remixicon/react';

/** What somebody reads whom the identity provider knows, and the portal has nothing for. */
export function NoAccess(props: { message: string }) {
  return (
    <Flex direction="column" align="center" gap="2" role="status">
      <RiLock2Line aria-hidden size={24} />
      <Text as="h2" variant="title-small" weight="bold">
        You have no access yet
      </Text>
      <Text as="p">{props.message}</Text>
    </Flex>
  );
}
