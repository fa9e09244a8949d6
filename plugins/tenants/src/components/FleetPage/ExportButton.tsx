import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { RiDownloadLine } from '@remixicon/react';
import { tenantsApiRef } from '../../api';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { saveFile } from '../../lib/saveFile';
import { collectTenants } from './collectTenants';
import { fleetCsv } from './fleetCsv';
import { FleetFilters, toRequest } from './useFleetFilters';

interface ExportProps {
  filters: FleetFilters;
  /** Names of the platform's environments in promotion order. */
  environments: string[];
}

/** Saves what the filters show, all pages of it, as CSV. */
export function ExportButton(props: ExportProps) {
  const t = useText();
  const { isPending, outcome, run } = useExport(props);
  return (
    <Flex align="center" gap="3">
      <div role="status">
        {outcome && (
          <Text variant="body-small" color="secondary">
            {outcome}
          </Text>
        )}
      </div>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine />}
        isPending={isPending}
        onPress={run}
      >
        {t('fleet.export')}
      </Button>
    </Flex>
  );
}

function useExport({ filters, environments }: ExportProps) {
  const t = useText();
  const api = useApi(tenantsApiRef);
  const [isPending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<string>();
  const save = async () => {
    const { tenants, isTruncated } = await collectTenants(
      api,
      toRequest({ ...filters, cursors: [] }),
    );
    const csv = await fleetCsv(tenants, environments, t);
    saveFile(t('fleet.csv.fileName'), 'text/csv', csv);
    const count = tenants.length;
    return isTruncated
      ? t('fleet.exportTruncated', { maximum: count })
      : t('fleet.exportDone', { count });
  };
  const run = async () => {
    setPending(true);
    setOutcome(undefined);
    try {
      setOutcome(await save());
    } catch (error) {
      setOutcome(t('fleet.exportFailed', { reason: failureMessage(error) }));
    } finally {
      setPending(false);
    }
  };
  return { isPending, outcome, run };
}
