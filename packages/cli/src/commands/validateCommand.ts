import { checkRepository } from '@tenantry/guardrails';
import { Command, Option } from 'commander';
import { ExitCode } from '../ExitCode';
import { Format, formats, formatFindings } from '../output/formatFindings';
import { readBase } from '../repository/readBase';
import { readRepository } from '../repository/readRepository';
import type { Terminal } from '../run';

interface ValidateOptions {
  repository: string;
  base?: string;
  format: Format;
}

/** `tenantry validate`: checks a GitOps repository as it is on disk. */
export function validateCommand(
  { stdout }: Terminal,
  finish: (code: ExitCode) => void,
): Command {
  return new Command('validate')
    .description('Check a GitOps repository by all guardrails')
    .option('--repository <directory>', 'root of the GitOps repository', '.')
    .option(
      '--base <ref or directory>',
      'what to compare with, for values that may never change: a Git ref such as origin/main, or a directory',
    )
    .addOption(
      new Option('--format <format>', 'how to write the findings')
        .choices(formats)
        .default('text'),
    )
    .action(async ({ repository, base, format }: ValidateOptions) => {
      const files = await readRepository(repository);
      const before = base ? await readBase(base, repository) : undefined;
      const findings = checkRepository(files, { before });
      stdout.write(formatFindings(format, findings, files.length));
      finish(findings.length > 0 ? ExitCode.findings : ExitCode.fine);
    });
}
