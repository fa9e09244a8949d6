import { ResourceDefinition } from '../../resources';

interface NameRule {
  pattern: RegExp;
  maxLength: number;
  text: string;
}

const subdomain: NameRule = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  maxLength: 253,
  text: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
};

const label: NameRule = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  text: "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
};

const domainLabel: NameRule = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  maxLength: 63,
  text: "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
};

const pathSegment: NameRule = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  maxLength: 253,
  text: "must not be '.' or '..', and may not contain '/' or '%'",
};

/** What is wrong with the name of an object; undefined when nothing is. */
export function nameProblem(
  name: string,
  definition: ResourceDefinition,
): string | undefined {
  const { pattern, maxLength, text } = ruleFor(definition);
  if (name.length > maxLength) {
    return `must be no more than ${maxLength} characters`;
  }
  return pattern.test(name) ? undefined : text;
}

function ruleFor({ group, kind }: ResourceDefinition): NameRule {
  if (group === 'rbac.authorization.k8s.io') {
    return pathSegment;
  }
  if (group === '' && kind === 'Namespace') {
    return label;
  }
  return group === '' && kind === 'Service' ? domainLabel : subdomain;
}
