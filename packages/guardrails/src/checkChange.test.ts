import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { brokenBy, checkEdit, places } from './__fixtures__/checkEdit';
import { acmeFiles, platformFiles } from './__fixtures__/files';
import { checkChange } from './checkChange';
import { maximumFindings } from './report';

describe('checkChange', () => {
  it('has nothing to say about a tenant that breaks no rule', () => {
    const files = acmeFiles().map(file => ({
      ...file,
      operation: 'create' as const,
    }));
    const registry = parseRegistry(platformFiles());
    expect(checkChange({ registry, existingFiles: [], files })).toEqual([]);
  });

  it('has nothing to say about no change', () => {
    expect(checkEdit({})).toEqual([]);
  });

  it('judges what is there after the change, not only what is changed', () => {
    const findings = brokenBy({
      [places.tenant]: ({ spec }) => spec.hostnames.pop(),
    });
    expect(findings).toContain(`hostname ${places.routes} /spec/hosts/0`);
  });

  it('finds everything at once, each with how to mend it, in a stable order', () => {
    const check = () =>
      checkEdit({
        [places.workload]: (_account, { spec }) => {
          spec.template.spec.hostNetwork = true;
          spec.template.spec.containers[0].image = 'web';
        },
        [places.hub]: project => {
          project.metadata.name = 'other-02';
        },
      });
    const findings = check();
    expect(findings.map(({ rule, file, path }) => [rule, file, path])).toEqual([
      [
        'container-image',
        places.workload,
        '/spec/template/spec/containers/0/image',
      ],
      ['pod-security', places.workload, '/spec/template/spec/hostNetwork'],
      ['project-confinement', places.hub, '/metadata/name'],
    ]);
    expect(findings.every(({ help }) => help)).toBe(true);
    expect(check()).toEqual(findings);
  });

  it('names the object that a finding is about', () => {
    const [finding] = checkEdit({
      [places.workload]: (_account, { spec }) => {
        spec.template.spec.hostNetwork = true;
      },
    });
    expect(finding.message).toBe(
      'Deployment/web: hostNetwork gives the pod a part of its node.',
    );
  });

  it('says how much it does not say', () => {
    const findings = checkEdit({
      [places.workload]: (_account, { spec }) => {
        const { containers } = spec.template.spec;
        for (let index = 0; index <= maximumFindings; index++) {
          containers.push({
            ...containers[0],
            name: `web-${index}`,
            image: 'a',
          });
        }
      },
    });
    expect(findings).toHaveLength(maximumFindings);
    expect(findings.at(-1)).toMatchObject({
      rule: 'more-findings',
      message: 'Findings that are not shown: 2.',
    });
  });

  it.each([
    ['no YAML', 'a: ['],
    ['an alias bomb', `a: &a [${'x,'.repeat(9)}x]\nb: [${'*a,'.repeat(99)}*a]`],
    ['the same key twice', 'a: 1\na: 2'],
  ])('refuses %s', (_, content) => {
    expect(brokenBy({ [places.values]: content })).toEqual([
      `yaml ${places.values}`,
    ]);
  });

  it('lets a suspended tenant go with all its files', () => {
    const suspended = acmeFiles().map(file => ({
      ...file,
      content: file.content.replace('suspended: false', 'suspended: true'),
    }));
    const findings = checkChange({
      registry: parseRegistry([...platformFiles(), ...suspended]),
      existingFiles: suspended,
      files: suspended.map(({ path }) => ({ path, operation: 'delete' })),
    });
    expect(findings).toEqual([]);
  });
});
