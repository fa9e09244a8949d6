import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { test } from '@playwright/test';

/** Switches a fault of the local platform, with the command that people use. */
export async function switchFault(
  how: 'on' | 'off',
  name: string,
  target: string,
): Promise<void> {
  const { state, platformPort } = test.info().config.metadata;
  await promisify(execFile)(process.execPath, [
    'scripts/platform.mjs',
    'fault',
    how,
    name,
    target,
    '--data',
    resolve(state, 'platform'),
    '--port',
    String(platformPort),
  ]);
}
