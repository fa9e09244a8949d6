import { explainAllowList, Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { pointer } from '../json';
import { judgedEnvironments } from './judged';

/** The allow-list keeps to the rules of its environment. */
export function allowListFindings(inspection: Inspection): Finding[] {
  const { environments } = inspection.after;
  return judgedEnvironments(inspection).flatMap(({ descriptor, file }) => {
    const { allowList, environment } = descriptor.spec;
    const { guardrails } = environments.get(environment)!.descriptor.spec;
    return explainAllowList(allowList, guardrails.allowList).map(
      ({ index, message }) => ({
        rule: 'allow-list',
        file,
        path: pointer('spec', 'allowList', index),
        message,
        help: 'Change the entry, or ask the operators for other limits in this environment.',
      }),
    );
  });
}
