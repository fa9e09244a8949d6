/**
 * Whether a file of the repository belongs to one tenant alone: it is in the tenant's own folder,
 * or in the hub's with the tenant's name. A change of the tenant touches no other file.
 *
 * @param path - relative to the repository's root
 * @public
 */
export function isTenantFile(path: string, client: string): boolean {
  const [folder, ...rest] = path.split('/');
  return (
    (folder === 'clients' && rest.length > 1 && rest[0] === client) ||
    (folder === 'hub' && rest.at(-1) === `${client}.yaml`)
  );
}
