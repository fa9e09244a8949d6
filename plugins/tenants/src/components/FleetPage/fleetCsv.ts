import type {
  TenantEnvironmentSummary,
  TenantSummary,
} from '@tenantry/plugin-tenants-common';
import type { Text } from '../../hooks/useText';
import { environmentColumns } from './environmentColumns';

type Column<T> = [header: string, cell: (value: T) => string | undefined];

/**
 * The tenants as CSV by RFC 4180, one line for each, with the columns of the table. What a
 * spreadsheet would take for a formula is made text.
 *
 * @param known - names of the platform's environments in promotion order
 */
export async function fleetCsv(
  tenants: readonly TenantSummary[],
  known: readonly string[],
  t: Text,
): Promise<string> {
  const columns = columnsOf(environmentColumns(tenants, known), t);
  const { unparse } = await import('papaparse');
  return unparse(
    {
      fields: columns.map(([header]) => header),
      data: tenants.map(tenant => columns.map(([, cell]) => cell(tenant))),
    },
    { escapeFormulae: true },
  );
}

function columnsOf(environments: string[], t: Text): Column<TenantSummary>[] {
  return [
    [t('fleet.columnTenant'), ({ title }) => title],
    [t('fleet.csv.name'), ({ name }) => name],
    [t('fleet.csv.owner'), ({ owner }) => owner],
    [t('fleet.columnHealth'), ({ health }) => health],
    [t('fleet.csv.reason'), ({ reason }) => reason],
    [t('fleet.csv.message'), ({ message }) => message],
    ...environments.flatMap(environment => columnsIn(environment, t)),
  ];
}

function columnsIn(environment: string, t: Text): Column<TenantSummary>[] {
  const columns: Column<TenantEnvironmentSummary>[] = [
    [t('fleet.csv.environmentCluster', { environment }), it => it.cluster],
    [t('fleet.csv.environmentHealth', { environment }), it => it.health],
    [t('fleet.csv.environmentSync', { environment }), it => it.sync],
    [t('fleet.csv.environmentReason', { environment }), it => it.reason],
    [t('fleet.csv.environmentVersions', { environment }), versionsOf],
    [
      t('fleet.csv.environmentBehind', { environment }),
      it => it.behind.join(' '),
    ],
  ];
  return columns.map(([header, cell]) => [
    header,
    tenant => {
      const place = tenant.environments.find(
        candidate => candidate.environment === environment,
      );
      return place && cell(place);
    },
  ]);
}

function versionsOf(place: TenantEnvironmentSummary): string {
  const { versions, templateVersion } = place;
  return Object.entries({ ...versions, template: templateVersion })
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}
