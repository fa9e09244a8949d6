import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeKubeconfig } from './kubeconfig';

describe('writeKubeconfig', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await fs.mkdtemp(join(tmpdir(), 'tenantry-kubeconfig-'));
  });

  afterEach(() => fs.rm(directory, { recursive: true }));

  it('writes a context per cluster, for the eyes of the owner only', async () => {
    const path = join(directory, 'kubeconfig');
    await fs.writeFile(path, 'an older one', { mode: 0o644 });
    await writeKubeconfig(path, {
      clusters: [
        { name: 'hub', url: 'https://localhost:7110', token: 'a' },
        { name: 'devnet', url: 'https://localhost:7111', token: 'b' },
      ],
      caCertificate: 'certificate',
    });
    const { mode } = await fs.stat(path);
    expect(mode & 0o777).toBe(0o600);
    expect(await fs.readdir(directory)).toEqual(['kubeconfig']);
    expect(parse(await fs.readFile(path, 'utf8'))).toMatchObject({
      kind: 'Config',
      'current-context': 'hub',
      clusters: [
        {
          name: 'hub',
          cluster: {
            server: 'https://localhost:7110',
            'certificate-authority-data':
              Buffer.from('certificate').toString('base64'),
          },
        },
        { name: 'devnet' },
      ],
      users: [{ user: { token: 'a' } }, { user: { token: 'b' } }],
      contexts: [{ name: 'hub' }, { name: 'devnet' }],
    });
  });

  it('leaves nothing behind when it cannot write', async () => {
    const path = join(directory, 'a-directory');
    await fs.mkdir(path);
    await expect(
      writeKubeconfig(path, { clusters: [], caCertificate: '' }),
    ).rejects.toThrow();
    expect(await fs.readdir(directory)).toEqual(['a-directory']);
  });
});
