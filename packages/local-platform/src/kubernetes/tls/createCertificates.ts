import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { writePrivateFile } from '../writePrivateFile';
import { isUsable } from './isUsable';

/** All in PEM. */
export interface Certificates {
  /** What clients have to trust. */
  caCertificate: string;
  /** What the servers show. */
  cert: string;
  /** The servers' private key. */
  key: string;
}

export interface CertificatesOptions {
  /** Where the files are kept; made if it does not exist. */
  directory: string;
  /** The clock; the system's when absent. */
  now?: () => Date;
}

const validityDays = 365;
const fileNames: Record<keyof Certificates, string> = {
  caCertificate: 'ca.crt',
  cert: 'server.crt',
  key: 'server.key',
};

/**
 * A certificate authority and a server certificate for localhost and 127.0.0.1: those in the
 * directory, or new ones when these are missing, broken or close to their end.
 *
 * The key of the authority is thrown away, so that nobody can ever issue another certificate that
 * a user's machine would trust.
 */
export async function createCertificates(
  options: CertificatesOptions,
): Promise<Certificates> {
  const { directory, now = () => new Date() } = options;
  const existing = await readCertificates(directory);
  if (existing && isUsable(existing, now())) {
    return existing;
  }
  const created = await issueCertificates(now());
  await writeCertificates(directory, created);
  return created;
}

async function issueCertificates(now: Date): Promise<Certificates> {
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    // An hour back, for clocks that are a little behind.
    notBeforeDate: new Date(now.getTime() - 3_600_000),
    notAfterDate: new Date(now.getTime() + validityDays * 86_400_000),
  } as const;
  const authority = await generate(
    [{ name: 'commonName', value: 'Tenantry local platform' }],
    {
      ...common,
      extensions: [
        {
          name: 'basicConstraints',
          cA: true,
          pathLenConstraint: 0,
          critical: true,
        },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return {
    caCertificate: authority.cert,
    cert: server.cert,
    key: server.private,
  };
}

async function readCertificates(
  directory: string,
): Promise<Certificates | undefined> {
  const read = (name: keyof Certificates) =>
    fs.readFile(join(directory, fileNames[name]), 'utf8');
  try {
    return {
      caCertificate: await read('caCertificate'),
      cert: await read('cert'),
      key: await read('key'),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

async function writeCertificates(
  directory: string,
  certificates: Certificates,
): Promise<void> {
  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  for (const name of Object.keys(fileNames) as (keyof Certificates)[]) {
    await writePrivateFile(
      join(directory, fileNames[name]),
      certificates[name],
    );
  }
}
