import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from './userError.mjs';

const pauseMs = 100;

/** @throws UserError with the message when the file is not there in time */
export async function waitForFile(path, { timeoutMs, message }) {
  const deadline = Date.now() + timeoutMs;
  while (!existsSync(path)) {
    if (Date.now() > deadline) {
      throw new UserError(message);
    }
    await sleep(pauseMs);
  }
}
