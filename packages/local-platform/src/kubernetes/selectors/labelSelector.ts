import { InputError } from '@backstage/errors';

type Labels = Record<string, string>;
type Requirement = (labels: Labels) => boolean;

const key = String.raw`[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?`;
const value = String.raw`(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)?`;
const setPattern = new RegExp(`^(${key})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const comparisonPattern = new RegExp(
  `^(${key})\\s*(==|=|!=|<|>)\\s*(${value})$`,
);
const existencePattern = new RegExp(`^(!?)\\s*(${key})$`);
const valuePattern = new RegExp(`^${value}$`);

const comparisons: Record<
  string,
  (one: string | undefined, other: string) => boolean
> = {
  '=': (one, other) => one === other,
  '==': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one !== undefined && Number(one) < Number(other),
  '>': (one, other) => one !== undefined && Number(one) > Number(other),
};

/**
 * Reads a label selector such as `app=participant,tier in (a, b),!legacy`.
 *
 * @returns a function that tells whether labels match.
 * @throws InputError when the selector cannot be parsed.
 */
export function parseLabelSelector(
  selector: string,
): (labels: Labels | undefined) => boolean {
  const requirements = splitRequirements(selector).map(parseRequirement);
  return (labels = {}) => requirements.every(matches => matches(labels));
}

/** Splits at the commas that are not between parentheses. */
function splitRequirements(selector: string): string[] {
  return selector
    .split(/,(?![^()]*\))/)
    .map(part => part.trim())
    .filter((part, _, all) => part !== '' || all.length > 1);
}

function parseRequirement(text: string): Requirement {
  return (
    parseSet(text) ??
    parseComparison(text) ??
    parseExistence(text) ??
    refuse(text)
  );
}

function parseSet(text: string): Requirement | undefined {
  const [, name, operator, list] = setPattern.exec(text) ?? [];
  if (name === undefined) {
    return undefined;
  }
  const values = list.split(',').map(item => item.trim());
  if (!values.every(item => valuePattern.test(item))) {
    return refuse(text);
  }
  return operator === 'in'
    ? labels => labels[name] !== undefined && values.includes(labels[name])
    : labels => !values.includes(labels[name]);
}

function parseComparison(text: string): Requirement | undefined {
  const [, name, operator, wanted] = comparisonPattern.exec(text) ?? [];
  return name === undefined
    ? undefined
    : labels => comparisons[operator](labels[name], wanted);
}

function parseExistence(text: string): Requirement | undefined {
  const [, negation, name] = existencePattern.exec(text) ?? [];
  return name === undefined
    ? undefined
    : labels => (labels[name] !== undefined) === (negation === '');
}

function refuse(text: string): never {
  throw new InputError(
    `unable to parse requirement: "${text}" is not a label selector`,
  );
}
