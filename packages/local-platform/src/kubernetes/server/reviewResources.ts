import { definitionsOf } from '../resources/define';

const onlyCreate = {
  namespaced: false,
  subresources: [],
  verbs: ['create'] as const,
};
const authorization = definitionsOf('authorization.k8s.io', 'v1', onlyCreate);
const authentication = definitionsOf('authentication.k8s.io', 'v1', onlyCreate);

/** What one posts to ask about oneself; nothing of it is stored. */
export const reviewResources = [
  authorization('SelfSubjectAccessReview'),
  authorization('SelfSubjectRulesReview'),
  authentication('SelfSubjectReview'),
];
