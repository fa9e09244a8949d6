import { CustomErrorBase } from '@backstage/errors';

/** The pull request is in a state in which it cannot be merged. */
export class NotMergeableError extends CustomErrorBase {
  name = 'NotMergeableError' as const;
}

/** What was asked for needs the pull request to be in another state. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;
}
