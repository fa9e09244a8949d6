import { KubernetesObject } from '../ObjectStore';
import { ResourceDefinition } from '../resources';
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
    return { allowed: reads || user.verbs === undefined };
  }
  const { verb = '*', group = '', resource = '*', subresource } = attributes;
  const access = { verb, group, resource, subresource };
  return { allowed: context.accessControl.allows(user, access) };
}

function reviewRules({ user, context }: Question) {
  const { verbs } = user;
  if (verbs === undefined) {
    return {
      resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
      incomplete: false,
    };
  }
  const isAllowed = ({ group, plural }: ResourceDefinition) =>
    verbs.some(verb =>
      context.accessControl.allows(user, { verb, group, resource: plural }),
    );
  return {
    resourceRules: context.resources
      .filter(isAllowed)
      .map(({ group, plural }) => ({
        verbs,
        apiGroups: [group],
        resources: [plural],
      })),
    nonResourceRules: [{ verbs: ['get'], nonResourceURLs: ['*'] }],
    incomplete: false,
  };
}
