import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTemplateDirectory } from './readTemplateDirectory';

describe('readTemplateDirectory', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'template-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('reads what belongs to the template, and follows no links', async () => {
    await mkdir(join(directory, 'skeleton/hub'), { recursive: true });
    await writeFile(join(directory, 'template.yaml'), 'kind: Template');
    await writeFile(join(directory, 'README.md'), 'Not a part of it');
    await writeFile(join(directory, 'skeleton/hub/a.yaml'), 'a: 1');
    await symlink('/etc/hostname', join(directory, 'skeleton/link.yaml'));

    await expect(readTemplateDirectory(directory)).resolves.toEqual([
      { path: 'skeleton/hub/a.yaml', content: 'a: 1' },
      { path: 'template.yaml', content: 'kind: Template' },
    ]);
  });

  it('fails when there is no such folder', async () => {
    await expect(
      readTemplateDirectory(join(directory, 'missing')),
    ).rejects.toThrow('ENOENT');
  });
});
