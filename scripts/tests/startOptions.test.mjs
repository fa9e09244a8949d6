import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inRoot } from '../lib/paths.mjs';
import { parseOptions } from '../lib/startOptions.mjs';

describe('options of npm start', () => {
  it('has defaults', () => {
    assert.deepEqual(parseOptions([]), {
      help: false,
      reset: false,
      port: 7007,
      platformPort: 7100,
      state: inRoot('.local'),
    });
  });

  it('names the option, the value and the rule', () => {
    assert.throws(() => parseOptions(['--port', '70000']), {
      name: 'UserError',
      message: '--port must be a port from 1 to 65535, not "70000".',
    });
    assert.throws(() => parseOptions(['--platform-port', '1e3']), {
      message: '--platform-port must be a port from 1 to 65521, not "1e3".',
    });
  });

  it('refuses a portal among the ports of the platform', () => {
    assert.throws(() => parseOptions(['--port', '7113']), {
      message:
        '--port 7113 lies among the ports of the local platform, 7100 to 7113.',
    });
  });

  it('refuses an option it does not know', () => {
    assert.throws(() => parseOptions(['--prot', '7007']), /--prot/);
  });
});
