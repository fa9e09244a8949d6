import { KubernetesObject } from '../ObjectStore';
import { User } from './accessControl';
import { ApiContext, Reply } from './ApiContext';

interface Question {
  user: User;
  context: ApiContext;
  spec: Record<string, Record<string, string> | undefined>;
}

const answers: Record<string, (question: Question) => object> = {
  SelfSubjectReview: ({ user }) => ({
    userInfo: { username: user.name, groups: user.groups },
  }),
  SelfSubjectAccessReview: reviewAccess,
  SelfSubjectRulesReview: reviewRules,
};

/** Answers what users ask about themselves. */
export function answerReview(
  review: KubernetesObject,
  user: User,
  context: ApiContext,
): Reply {
  const spec = (review.spec ?? {}) as Question['spec'];
  const status = answers[review.kind]({ user, context, spec });
  const metadata = { creationTimestamp: null };
  return { code: 201, body: { ...review, metadata, status } };
}

function reviewAccess({ user, context, spec }: Question) {
  const attributes = spec.resourceAttributes;
  if (!attributes) {
    const reads = spec.nonResourceAttributes?.verb === 'get';
    return { allowed: reads || user.roles === undefined };
  }
  const { verb = '*', group = '', resource = '*' } = attributes;
  const { subresource, namespace } = attributes;
  const access = { verb, group, resource, subresource, namespace };
  return { allowed: context.accessControl.allows(user, access) };
}

function reviewRules({ user, spec }: Question) {
  if (user.roles === undefined) {
    return {
      resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
      incomplete: false,
    };
  }
  const asked = (spec as { namespace?: string }).namespace;
  return {
    resourceRules: user
      .roles()
      .filter(({ namespace }) => !namespace || namespace === asked)
      .flatMap(({ rules }) => rules),
    nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
    incomplete: false,
  };
}
