import { ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ListTenantsResponse } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { pageSize } from './useFleetFilters';

/** Where in the list the page is, and the ways to the pages beside it. */
export function FleetPagination(props: {
  list: ListTenantsResponse;
  cursors: string[];
  onChange: (cursors: string[]) => void;
}) {
  const { list, cursors, onChange } = props;
  const t = useText();
  const { items, totalItems: total, nextCursor } = list;
  if (!nextCursor && cursors.length === 0) {
    return <Text color="secondary">{t('fleet.total', { count: total })}</Text>;
  }
  const from = cursors.length * pageSize + 1;
  const to = from + items.length - 1;
  return (
    <Flex align="center" gap="2">
      <Text color="secondary">{t('fleet.pageRange', { from, to, total })}</Text>
      <ButtonIcon
        variant="secondary"
        aria-label={t('fleet.previousPage')}
        icon={<RiArrowLeftSLine />}
        isDisabled={cursors.length === 0}
        onPress={() => onChange(cursors.slice(0, -1))}
      />
      <ButtonIcon
        variant="secondary"
        aria-label={t('fleet.nextPage')}
        icon={<RiArrowRightSLine />}
        isDisabled={!nextCursor}
        onPress={() => nextCursor && onChange([...cursors, nextCursor])}
      />
    </Flex>
  );
}
