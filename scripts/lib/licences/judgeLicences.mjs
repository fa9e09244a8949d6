import satisfies from 'spdx-satisfies';

/**
 * Finds what a policy does not allow.
 *
 * @param {{ name: string, version: string, licence: string }[]} packages `licence` is an SPDX
 *   expression, or whatever else the package says
 * @param {{ allowed: string[], exceptions: { name: string, licence: string, reason: string }[] }} policy
 * @returns {{ passed: number, findings: string[] }} one sentence for each finding
 */
export function judgeLicences(packages, { allowed, exceptions }) {
  const refused = packages.filter(
    ({ licence }) => !isAllowed(licence, allowed),
  );
  const unexcused = refused.filter(
    found => !exceptions.some(exception => isFor(exception, found)),
  );
  const needless = exceptions.filter(
    exception => !refused.some(found => isFor(exception, found)),
  );
  return {
    passed: packages.length - unexcused.length,
    findings: [
      ...unexcused.map(
        ({ name, version, licence }) =>
          `${name}@${version} has the licence ${licence}, which is not allowed.`,
      ),
      ...needless.map(
        ({ name, licence }) =>
          `The exception for ${name} (${licence}) is not needed any more.`,
      ),
    ],
  };
}

function isFor(exception, { name, licence }) {
  return exception.name === name && exception.licence === licence;
}

function isAllowed(licence, allowed) {
  try {
    return satisfies(licence, allowed);
  } catch {
    // It is no SPDX expression.
    return false;
  }
}
