import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection, ParsedFile } from '../inspection/Inspection';
import { isRecord, Placed, pointer } from '../json';

/** Forms that nothing but a credential has, by what they are. */
const forms: [what: string, pattern: RegExp][] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a Google API key', /\bAIza[\w-]{35}\b/],
  ['a Google service account key', /"private_key_id"\s*:\s*"[0-9a-f]{40}"/],
  ['a GitHub token', /\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{60,})\b/],
  ['a GitLab token', /\bgl(?:pat|dt|rt|ptt|cbt)-[\w-]{20,}/],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,}/],
  ['a Vault token', /\bhv[sb]\.[\w-]{24,}/],
  ['an age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  [
    'a password in an address',
    /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/:@$]+@/i,
  ],
];

const secretNames =
  /^(password|passwd|passphrase|token|api[_-]?key|client[_-]?secret|private[_-]?key|secret[_-]?access[_-]?key)$/i;
const secretVariables =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|API_KEY|PRIVATE_KEY)$/;
/** What is put in later: `$(NAME)`, `${NAME}` and templates with braces. */
const placeholder = /^\s*$|\$\(|\$\{|\{\{/;
/** Where a secret is, and not what it is. */
const filePath = /^(\/[\w.-]+){2,}$/;

/** No file holds a credential. The findings never show one. */
export function credentialFindings({
  files,
  parsedFiles,
}: Inspection): Finding[] {
  return [
    ...files.flatMap(({ path, content }) =>
      forms
        .filter(([, pattern]) => pattern.test(content))
        .map(([what]) =>
          credential(path, `The file holds what looks like ${what}.`),
        ),
    ),
    ...parsedFiles.flatMap(namedCredentials),
  ];
}

function namedCredentials({ path: file, documents }: ParsedFile): Finding[] {
  return documents
    .flatMap(document => literals(document, ''))
    .map(({ path, value }) =>
      credential(file, `${path} is called ${value}, and holds a text.`, path),
    );
}

function credential(file: string, message: string, path?: string): Finding {
  return {
    rule: 'credential',
    file,
    path,
    message,
    help: 'Take it out, replace it at once where it is real, and refer to the secret store.',
  };
}

/** The names of fields and variables for a secret that have a text. */
function literals(value: unknown, path: string): Placed[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) =>
      literals(entry, path + pointer(index)),
    );
  }
  if (!isRecord(value)) {
    return [];
  }
  const { name } = value;
  return [
    ...(typeof name === 'string' &&
    secretVariables.test(name) &&
    isLiteral(value.value)
      ? [{ path: path + pointer('value'), value: name }]
      : []),
    ...Object.entries(value).flatMap(([key, child]) =>
      secretNames.test(key) && isLiteral(child)
        ? [{ path: path + pointer(key), value: key }]
        : literals(child, path + pointer(key)),
    ),
  ];
}

function isLiteral(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    !placeholder.test(value) &&
    !filePath.test(value)
  );
}
