import { parse } from 'yaml';
import { parseDuration } from '../promql';
import { AlertRule } from './AlertRule';

interface RuleFile {
  groups: { rules: Rule[] }[];
}

interface Rule {
  record?: string;
  alert?: string;
  expr: string;
  for?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/**
 * Reads the alert rules of a rule file. Nothing is recorded: recorded names are replaced by what
 * they stand for, so that they must not have an offset or a range.
 */
export function parseRules(yaml: string): AlertRule[] {
  const rules = (parse(yaml) as RuleFile).groups.flatMap(group => group.rules);
  const recorded = new Map<string, string>();
  return rules.flatMap(({ record, alert, expr, ...rule }) => {
    const expression = withoutRecorded(expr, recorded);
    if (record) recorded.set(record, `(${expression})`);
    return alert
      ? {
          name: alert,
          expression,
          forSeconds: parseDuration(rule.for ?? '') ?? 0,
          labels: rule.labels ?? {},
          annotations: rule.annotations ?? {},
        }
      : [];
  });
}

function withoutRecorded(
  expression: string,
  recorded: ReadonlyMap<string, string>,
): string {
  return expression.replace(
    /[a-zA-Z_][a-zA-Z0-9_]*(?::[a-zA-Z0-9_]+)+/g,
    name => recorded.get(name) ?? name,
  );
}
