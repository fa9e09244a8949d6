import { ConflictError } from '@backstage/errors';
import { RepositoryFile } from './parseRegistry';

/** Some dozens of tenants, with everything that they have. */
const maximumFiles = 2000;

const clientPattern = /^clients\/([^/]+)\/./;
const hubPattern = /^hub\/(?:.+\/)?([^/]+)\.yaml$/;

/**
 * Whose file of the repository it is by its path: below `clients/<tenant>/`, or named
 * `<tenant>.yaml` below `hub/`. `undefined` for one that is no single tenant's.
 *
 * @public
 */
export function tenantOfPath(path: string): string | undefined {
  return (clientPattern.exec(path) ?? hubPattern.exec(path))?.[1];
}

/** Which files of the repository to read for some tenants. */
export interface TenantFilesSelection {
  /** Whether to read a file; `size` in bytes, where it is known. */
  includes(path: string, size?: number): boolean;
  /**
   * The tenants' files among those that were read. They decide what a change does, so none may be
   * missing.
   *
   * @throws ConflictError that names each file that could not be read.
   */
  pick(files: readonly RepositoryFile[]): RepositoryFile[];
}

/** Selects the files of tenants, none of them larger than `maximumBytes`. */
export function selectTenantFiles(
  tenants: readonly string[],
  maximumBytes: number,
): TenantFilesSelection {
  const problems: string[] = [];
  let count = 0;
  const isSelected = (path: string) => {
    const tenant = tenantOfPath(path);
    return tenant !== undefined && tenants.includes(tenant);
  };
  return {
    includes(path, size = 0) {
      if (!isSelected(path)) {
        return false;
      }
      if (size > maximumBytes) {
        problems.push(`${path} is larger than ${maximumBytes} bytes`);
        return false;
      }
      count += 1;
      return count <= maximumFiles;
    },
    pick(all) {
      const files = all.filter(({ path }) => isSelected(path));
      const empty = files
        .filter(({ content }) => content === '')
        .map(({ path }) => `${path} is empty, or a symbolic link`);
      const many =
        count > maximumFiles ? [`there are more than ${maximumFiles}`] : [];
      const missing = [...problems, ...empty, ...many];
      if (missing.length > 0) {
        throw new ConflictError(
          `The files of ${tenants.join(
            ', ',
          )} in the repository cannot be read as a whole: ${missing.join(
            ', ',
          )}. Mend this in the repository first.`,
        );
      }
      return files;
    },
  };
}
