import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlertRule } from './AlertRule';
import { parseRules } from './parseRules';

/** The alert rules that come with the product. */
export function readShippedRules(): AlertRule[] {
  const directory = resolvePackagePath(
    '@tenantry/local-platform',
    '../../deploy/prometheus/rules',
  );
  return readdirSync(directory)
    .sort()
    .flatMap(name => parseRules(readFileSync(join(directory, name), 'utf8')));
}
