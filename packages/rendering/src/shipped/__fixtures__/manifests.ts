import { renderInput } from '../../__fixtures__/renderInput';
import { parseYamlFile } from '../../output';

/** An object of Kubernetes, as far as the tests look into it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
  spec?: Record<string, any>;
}

/** The objects in one of the manifest files, for each environment in the order of the paths. */
export function manifestsOf(
  input: string,
  file: string,
): Promise<Manifest[][]> {
  return filesOf(input, `manifests/${file}.yaml`);
}

/** The objects of every manifest file of one environment. */
export async function allManifestsOf(
  input: string,
  environment: string,
): Promise<Manifest[]> {
  const files = await filesOf(input, '.yaml', `/${environment}/manifests/`);
  return files.flat();
}

/** The documents of each file whose path ends so, and holds what else is asked for. */
export async function filesOf(
  input: string,
  suffix: string,
  part = '',
): Promise<Manifest[][]> {
  const files = await renderInput(input);
  return files
    .filter(({ path }) => path.endsWith(suffix) && path.includes(part))
    .map(({ content }) => parseYamlFile(content!) as Manifest[]);
}

/** The values of one of the charts, of the first environment. */
export async function valuesOf(
  input: string,
  chart: 'participant' | 'validator',
): Promise<Record<string, any>> {
  const [[values]] = await filesOf(input, `values/${chart}.yaml`);
  return values as unknown as Record<string, any>;
}
