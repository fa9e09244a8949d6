import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { isRemoved } from './isRemoved';

describe('isRemoved', () => {
  const files = registryFiles('acme-01', 'globex-01');
  const path = 'clients/acme-01/devnet/tenant.yaml';

  it('tells who has left from who is there', () => {
    const registry = parseRegistry(files.filter(file => file.path !== path));
    expect(isRemoved(registry, 'acme-01', 'devnet')).toBe(true);
    expect(isRemoved(registry, 'globex-01', 'devnet')).toBe(false);
  });

  it('takes nobody for removed whose descriptor cannot be read', () => {
    const registry = parseRegistry(
      files.map(file =>
        file.path === path ? { ...file, content: 'kind: [' } : file,
      ),
    );
    expect(registry.tenantEnvironments.has('acme-01-devnet')).toBe(false);
    expect(isRemoved(registry, 'acme-01', 'devnet')).toBe(false);
  });
});
