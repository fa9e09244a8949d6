import { InputError } from '@backstage/errors';
import { checkChange } from '@tenantry/guardrails';
import { Finding } from '@tenantry/plugin-tenants-common';
import {
  parseRegistry,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import {
  isTenantFile,
  noChangeRule,
  RenderedChange,
  renderChange,
} from '@tenantry/rendering';
import { Command, Option } from 'commander';
import { ExitCode } from '../ExitCode';
import { formatChange } from '../output/formatChange';
import { formatFindings } from '../output/formatFindings';
import { readRepository } from '../repository/readRepository';
import { writeChange } from '../repository/writeChange';
import type { Terminal } from '../run';
import { readTemplate } from './readTemplate';
import { readValues } from './readValues';

interface RenderOptions {
  template: string;
  values: string;
  repository: string;
  output?: string;
  write?: boolean;
  check?: boolean;
}

/** `tenantry render`: what a form would propose, from a terminal. */
export function renderCommand(
  { stdout }: Terminal,
  finish: (code: ExitCode) => void,
): Command {
  return new Command('render')
    .description(
      'Render a change of a tenant, check it by all guardrails, and show or write it',
    )
    .requiredOption('--template <directory>', 'folder of the template')
    .requiredOption('--values <file>', 'values of the form, as YAML or JSON')
    .option('--repository <directory>', 'root of the GitOps repository', '.')
    .addOption(
      new Option(
        '--output <directory>',
        'write the changed files there',
      ).conflicts('write'),
    )
    .option('--write', 'change the repository on disk')
    .addOption(
      new Option(
        '--check',
        'write nothing, and end with 1 when the repository would change, with 2 when it cannot be told',
      ).conflicts(['output', 'write']),
    )
    .action(async (options: RenderOptions) => {
      const { change, findings, fileCount } = await render(options);
      if (findings.length > 0) {
        stdout.write(formatFindings('text', findings, fileCount));
        finish(options.check ? ExitCode.nothingKnown : ExitCode.findings);
        return;
      }
      await write(change, options);
      stdout.write(formatChange(change));
      const isStale = options.check && change.files.length > 0;
      finish(isStale ? ExitCode.differs : ExitCode.fine);
    });
}

async function render(options: RenderOptions): Promise<{
  change: RenderedChange;
  findings: Finding[];
  fileCount: number;
}> {
  const template = await readTemplate(options.template);
  const values = await readValues(options.values);
  const files = await readRepository(options.repository);
  const registry = parseRegistry(files);
  const existingFiles = files.filter(({ path }) =>
    isTenantFile(path, String(values.client)),
  );
  const change = renderChange({ template, values, registry, existingFiles });
  return {
    change,
    findings: findingsOf(change, { registry, existingFiles }),
    fileCount: change.files.length,
  };
}

/** That there is nothing to change is what somebody wanted to know, and nothing to mend. */
function findingsOf(
  { findings, files }: RenderedChange,
  repository: { registry: Registry; existingFiles: RepositoryFile[] },
): Finding[] {
  const broken = findings.filter(({ rule }) => rule !== noChangeRule);
  return broken.length > 0 ? broken : checkChange({ ...repository, files });
}

async function write(
  { files }: RenderedChange,
  { output, write: toRepository, repository }: RenderOptions,
): Promise<void> {
  if (output === '') {
    throw new InputError('--output needs the name of a directory.');
  }
  if (output) {
    await writeChange(
      output,
      files.filter(({ operation }) => operation !== 'delete'),
    );
  } else if (toRepository) {
    await writeChange(repository, files);
  }
}
