/** Where the test asks the portal that it has started, and no walk goes. */
export const controlPath = '/.isolation';
