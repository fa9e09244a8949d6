import { RE2JS } from 're2js';
import { withLabel } from '../labels';
import { compileAnchored } from '../matchers';
import { PromqlError } from '../PromqlError';
import { assertUniqueLabels } from '../values';
import { PromqlFunction, valueOfType } from './PromqlFunction';

/** `label_replace(vector, label, replacement, source label, regular expression)` */
export const labelReplace: PromqlFunction = {
  parameters: ['vector', 'string', 'string', 'string', 'string'],
  resultType: 'vector',
  evaluate: ({ values: [vector, ...texts] }) => {
    const [target, replacement, source, expression] = texts.map(
      text => valueOfType(text, 'string').value,
    );
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(target)) {
      throw new PromqlError('execution', `"${target}" is no label name`);
    }
    const pattern = compileAnchored(expression);
    const samples = valueOfType(vector, 'vector').samples.map(sample => {
      const text = sample.labels.get(source) ?? '';
      const value = expand(pattern, text, replacement);
      return value === undefined
        ? sample
        : { ...sample, labels: withLabel(sample.labels, target, value) };
    });
    return { type: 'vector', samples: assertUniqueLabels(samples) };
  },
};

/** The replacement with its `$1`, `${1}`, `$name` filled in; undefined without a match. */
function expand(
  pattern: RE2JS,
  text: string,
  replacement: string,
): string | undefined {
  const match = pattern.matcher(text);
  if (!match.matches()) return undefined;
  return replacement.replace(
    /\$(?:(\$)|\{(\w+)\}|(\w+))/g,
    (_all, dollar, braced, bare) =>
      dollar ?? groupOf(pattern, match, braced ?? bare),
  );
}

function groupOf(
  pattern: RE2JS,
  match: ReturnType<RE2JS['matcher']>,
  group: string,
): string {
  if (/^\d+$/.test(group)) {
    const index = Number(group);
    return index <= match.groupCount() ? match.group(index) ?? '' : '';
  }
  const isNamed = Object.keys(pattern.namedGroups()).includes(group);
  return isNamed ? match.group(group) ?? '' : '';
}
