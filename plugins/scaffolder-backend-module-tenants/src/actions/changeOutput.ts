import type { z as zod } from 'zod/v3';

type Z = typeof zod;

/** The outputs of an action that makes a change, which `tenants:pull-request` takes. */
export const changeOutput = {
  title: (z: Z) => z.string().describe('Title of the pull request'),
  description: (z: Z) =>
    z.string().describe('Description of the pull request, in Markdown'),
  branch: (z: Z) => z.string().describe('Branch of the pull request'),
  files: (z: Z) =>
    z
      .array(z.object({ path: z.string(), operation: z.string() }))
      .describe('What the change does to which file'),
  deletions: (z: Z) =>
    z.array(z.string()).describe('Paths of the files that it deletes'),
  fileTable: (z: Z) =>
    z.string().describe('Files and operations as a Markdown table'),
};

/** The input of an action that reads a change. */
export const deletionsInput = (z: Z) =>
  z
    .array(z.string().min(1).max(500))
    .max(500)
    .optional()
    .describe('Paths of the files that the change deletes');
