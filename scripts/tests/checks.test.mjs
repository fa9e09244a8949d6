import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertDiskSpace } from '../lib/checks.mjs';

describe('the check of the disk', () => {
  it('names what is needed and what is free', async () => {
    await assert.rejects(assertDiskSpace(1e18), {
      name: 'UserError',
      message:
        /^1000000000\.0 GB of disk space are needed below .*, but only \d+\.\d GB are free\.$/,
    });
  });

  it('is content with what is there', async () => {
    await assertDiskSpace(1);
  });
});
