import { UserEntity } from '@backstage/catalog-model';

/** Where a change comes from. */
export interface TaskOrigin {
  user?: { ref?: string; entity?: UserEntity };
  templateInfo?: { entityRef: string };
  task: { id: string };
}

/** Who asked for a change. */
export function requester({ user }: Pick<TaskOrigin, 'user'>): string {
  return user?.ref ?? 'the portal';
}

/** Says on the pull request, which the forge's token opens, where it comes from. */
export function describeOrigin(origin: TaskOrigin): string {
  const template = origin.templateInfo?.entityRef ?? 'a template';
  return `Proposed by ${requester(origin)} with ${template}, task ${
    origin.task.id
  }.\n`;
}
