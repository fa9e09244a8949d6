import { customGroups, resourceDefinitions } from './resourceDefinitions';
import { qualifiedResource } from './ResourceDefinition';

describe('resourceDefinitions', () => {
  it('adds the custom groups that are asked for, and no others', () => {
    const resources = resourceDefinitions({ customGroups: ['argoproj.io'] });
    expect(
      resources.filter(({ custom }) => custom).map(qualifiedResource),
    ).toEqual([
      'applications.argoproj.io',
      'applicationsets.argoproj.io',
      'appprojects.argoproj.io',
    ]);
    expect(resources.map(qualifiedResource)).toContain('deployments.apps');
  });

  it('has one resource of a name', () => {
    const names = resourceDefinitions({ customGroups }).map(qualifiedResource);
    expect(new Set(names).size).toBe(names.length);
  });

  it('refuses a group that it does not know', () => {
    expect(() =>
      resourceDefinitions({ customGroups: ['unicorns.example.com'] }),
    ).toThrow('There is no custom group "unicorns.example.com"');
  });
});
