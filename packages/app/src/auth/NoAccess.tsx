import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiLock2Line } from '@remixicon/react';
import { signInTranslationRef } from './translation';

/** What somebody reads whom the identity provider knows, and the portal has nothing for. */
export function NoAccess(props: { message: string }) {
  const { t } = useTranslationRef(signInTranslationRef);
  return (
    <Flex direction="column" align="center" gap="2" role="status">
      <RiLock2Line aria-hidden size={24} />
      <Text as="h2" variant="title-small" weight="bold">
        {t('noAccess')}
      </Text>
      <Text as="p">{props.message}</Text>
    </Flex>
  );
}
