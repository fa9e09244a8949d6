import { Finding } from '@tenantry/plugin-tenants-common';
import {
  isDescriptorPath,
  parseRegistryInPieces,
  RepositoryFile,
} from './parseRegistry';
import { Registry } from './Registry';

/** Which files of the repository make up the registry. */
export interface DescriptorSelection {
  /** Whether to read a file; `size` in bytes, where it is known. */
  includes(path: string, size?: number): boolean;
  /** Parses the descriptors among files, and reports those that are too large to be read. */
  parse(files: readonly RepositoryFile[]): Promise<Registry>;
}

/** Selects the descriptors, none of them larger than `maximumBytes`. */
export function selectDescriptors(maximumBytes: number): DescriptorSelection {
  const tooLarge: string[] = [];
  return {
    includes(path, size = 0) {
      if (!isDescriptorPath(path)) {
        return false;
      }
      if (size > maximumBytes) {
        tooLarge.push(path);
        return false;
      }
      return true;
    },
    async parse(files) {
      const registry = await parseRegistryInPieces(files);
      const sizeFindings = tooLarge.map(file =>
        sizeFinding(file, maximumBytes),
      );
      return {
        ...registry,
        findings: [...registry.findings, ...sizeFindings],
      };
    },
  };
}

function sizeFinding(file: string, maximumBytes: number): Finding {
  return {
    rule: 'size',
    file,
    message: `The descriptor is larger than ${maximumBytes} bytes.`,
  };
}
