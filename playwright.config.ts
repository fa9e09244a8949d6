import { defineConfig } from '@playwright/test';

const port = Number(process.env.TENANTRY_TEST_PORT ?? 17007);
const platformPort = port + 93;
const state = process.env.TENANTRY_TEST_STATE ?? '.local/browser-tests';

/**
 * Browser tests against the portal as `npm start` runs it, on ports of its own and with fresh data.
 * To write a test, start a portal once and name its port and state directory with
 * TENANTRY_TEST_PORT and TENANTRY_TEST_STATE.
 */
export default defineConfig({
  testDir: 'e2e-tests',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME
    ? [['list'], ['json']]
    : [['list']],
  outputDir: `${state}/results`,
  webServer: {
    command: `node scripts/start.mjs --reset --port ${port} --platform-port ${platformPort} --state ${state}`,
    url: `http://localhost:${port}/.backstage/health/v1/readiness`,
    timeout: 600_000,
    reuseExistingServer: Boolean(process.env.TENANTRY_TEST_PORT),
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
  use: {
    baseURL: `http://localhost:${port}`,
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Pictures of every moment would take more time than the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  metadata: { state, platformPort },
});
