import { ConflictError, InputError } from '@backstage/errors';
import { Author, Forge, PullRequest } from '@tenantry/forges';
import {
  ChangePreview,
  FileChange,
  Finding,
  Rollout,
} from '@tenantry/plugin-tenants-common';
import { noChangeRule } from '@tenantry/rendering';

/**
 * Renders and checks the change of one tenant, as the form of the template would.
 *
 * @throws Error when it cannot be found out, such as when the forge does not answer.
 */
export type RenderTenantChange = (options: {
  templateRef: string;
  values: Record<string, unknown>;
  signal?: AbortSignal;
}) => Promise<ChangePreview>;

interface TenantChange {
  tenant: string;
  preview: ChangePreview;
}

/**
 * Opens the pull request of one wave, or brings it up to date. Safe to repeat.
 *
 * @returns nothing when every tenant of the wave has the change already, or is gone
 * @throws InputError naming each tenant and rule when the change of one is refused.
 */
export async function proposeWave(options: {
  rollout: Rollout;
  /** Index of the wave. */
  index: number;
  /** Tenants of the wave that are no longer in the environment. */
  removed: ReadonlySet<string>;
  author: Author;
  forge: Pick<Forge, 'proposeChange'>;
  render: RenderTenantChange;
  signal?: AbortSignal;
}): Promise<PullRequest | undefined> {
  const { rollout, index, author, forge, signal } = options;
  const changes = await renderWave(options);
  if (changes.length === 0) {
    return undefined;
  }
  return forge.proposeChange(
    {
      branch: `tenantry/rollout-${rollout.id}/wave-${index + 1}`,
      title: `${rollout.title} (${rollout.environment}, wave ${index + 1} of ${
        rollout.waves.length
      })`,
      description: describeWave(rollout, index, changes),
      files: changes.flatMap(({ preview }) => preview.files),
      author,
    },
    { signal },
  );
}

async function renderWave(options: {
  rollout: Rollout;
  index: number;
  removed: ReadonlySet<string>;
  render: RenderTenantChange;
  signal?: AbortSignal;
}): Promise<TenantChange[]> {
  const { rollout, index, removed, render, signal } = options;
  const { templateRef, environment, values } = rollout;
  const changes: TenantChange[] = [];
  const { tenants } = rollout.waves[index];
  for (const tenant of tenants.filter(name => !removed.has(name))) {
    const preview = await render({
      templateRef,
      values: { ...values, client: tenant, environments: [environment] },
      signal,
    });
    changes.push({ tenant, preview });
  }
  assertNoFindings(changes);
  const files = changes.flatMap(({ preview }) => preview.files);
  assertDistinct(files);
  return changes.filter(({ preview }) => preview.files.length > 0);
}

function assertNoFindings(changes: readonly TenantChange[]): void {
  const broken = changes.flatMap(({ tenant, preview }) =>
    preview.findings
      .filter(({ rule }) => rule !== noChangeRule)
      .map(finding => `${tenant}: ${describeFinding(finding)}`),
  );
  if (broken.length > 0) {
    throw new InputError(`The wave breaks these rules. ${broken.join(' ')}`);
  }
}

function describeFinding({ rule, message, help, file, field }: Finding) {
  const place = file ?? field;
  return [message, help, `(${rule}${place ? `, ${place}` : ''})`]
    .filter(Boolean)
    .join(' ');
}

function assertDistinct(files: readonly FileChange[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) {
      throw new ConflictError(`Two tenants of the wave change ${path}.`);
    }
    paths.add(path);
  }
}

function describeWave(
  { title, environment, createdBy, id, waves, soakMinutes }: Rollout,
  index: number,
  changes: readonly TenantChange[],
): string {
  const rows = changes.map(
    ({ tenant, preview }) => `| ${tenant} | ${preview.files.length} |`,
  );
  const notes = changes.flatMap(({ tenant, preview }) =>
    preview.notes.map(note => `- ${tenant}: ${note}`),
  );
  return [
    `${title} for the tenants below in ${environment}: wave ${index + 1} of ${
      waves.length
    }.`,
    '',
    '| Tenant | Files |',
    '| --- | --- |',
    ...rows,
    ...(notes.length > 0 ? ['', '## For the reviewer', '', ...notes] : []),
    '',
    index + 1 < waves.length
      ? `The next wave is proposed once this one is merged and has been healthy for ${soakMinutes} minutes.`
      : 'This is the last wave.',
    '',
    `Proposed by ${createdBy} as rollout ${id}.`,
  ].join('\n');
}
