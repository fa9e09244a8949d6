import { X509Certificate } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificates } from './createCertificates';

const day = 86_400_000;
const now = new Date('2026-03-01T12:00:00Z');
const later = (days: number) => () => new Date(now.getTime() + days * day);

describe('createCertificates', () => {
  let parent: string;
  let directory: string;

  beforeEach(async () => {
    parent = await fs.mkdtemp(join(tmpdir(), 'tenantry-tls-'));
    directory = join(parent, 'tls');
  });

  afterEach(() => fs.rm(parent, { recursive: true }));

  const create = (days = 0) =>
    createCertificates({ directory, now: later(days) });

  it('makes a server certificate that the authority has signed', async () => {
    const { caCertificate, cert } = await create();
    const authority = new X509Certificate(caCertificate);
    const server = new X509Certificate(cert);
    expect(authority.ca).toBe(true);
    expect(server.ca).toBe(false);
    expect(server.verify(authority.publicKey)).toBe(true);
    expect(server.checkHost('localhost')).toBe('localhost');
    expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(server.checkHost('example.com')).toBeUndefined();
  });

  it('keeps the files to their owner, and no key of the authority', async () => {
    await create();
    const files = await fs.readdir(directory);
    expect(files.sort()).toEqual(['ca.crt', 'server.crt', 'server.key']);
    for (const file of files) {
      const { mode } = await fs.stat(join(directory, file));
      expect(mode & 0o777).toBe(0o600);
    }
  });

  it('reads them again until they are close to their end', async () => {
    const first = await create();
    expect(await create(330)).toEqual(first);
    const renewed = await create(340);
    expect(renewed.cert).not.toBe(first.cert);
    expect(renewed.caCertificate).not.toBe(first.caCertificate);
  });

  it.each(['ca.crt', 'server.crt', 'server.key'])(
    'makes new ones when %s is broken or of another pair',
    async file => {
      const first = await create();
      await fs.writeFile(join(directory, file), 'nonsense');
      const second = await create();
      expect(second).not.toEqual(first);
      const names = {
        'ca.crt': 'caCertificate',
        'server.crt': 'cert',
      } as const;
      const old = first[names[file as keyof typeof names] ?? 'key'];
      await fs.writeFile(join(directory, file), old);
      const third = await create();
      expect(third).not.toEqual(second);
      expect(Object.values(third)).not.toContain(old);
    },
  );

  it('fails when the directory cannot be read', async () => {
    await fs.writeFile(directory, 'a file');
    await expect(create()).rejects.toThrow('ENOTDIR');
  });
});
