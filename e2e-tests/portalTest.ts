import { type Browser, type Page, test as base } from '@playwright/test';
import { operator, signIn } from './portal';

type Session = Awaited<ReturnType<typeof signInAt>>;

/**
 * Tests of people who are signed in already: each of them signs in once, and its session serves
 * all tests. `test.use({ user })` says who it is.
 */
export const test = base.extend<
  { user: string },
  { sessionOf: (user: string) => Promise<Session> }
>({
  user: [operator, { option: true }],
  sessionOf: [
    async ({ browser }, use, { project }) => {
      const sessions = new Map<string, Promise<Session>>();
      await use(user => {
        const session =
          sessions.get(user) ?? signInAt(browser, project.use.baseURL, user);
        sessions.set(user, session);
        return session;
      });
    },
    { scope: 'worker' },
  ],
  storageState: async ({ user, sessionOf }, use) => use(await sessionOf(user)),
});

async function signInAt(
  browser: Browser,
  baseURL: string | undefined,
  user: string,
) {
  const context = await browser.newContext({
    baseURL,
    storageState: undefined,
  });
  try {
    await signIn(await context.newPage(), user);
    return await context.storageState();
  } finally {
    await context.close();
  }
}

/** Goes to a page and waits until it shows what it is about. */
export async function open(
  page: Page,
  path: string,
  shows: string | RegExp,
): Promise<void> {
  await page.goto(path);
  await page.getByText(shows).first().waitFor();
}
