import { createHash } from 'node:crypto';
import { qualifiedResource, ResourceDefinition, Verb } from '../resources';
import { ApiError, unauthorized } from './ApiError';

/** What may be done with the objects of one resource, as a rule of a Kubernetes Role says it. */
export interface AccessRule {
  verbs: readonly Verb[];
  /** Empty for the core group. */
  group: string;
  /** The plural. Its subresources are not meant. */
  resource: string;
  namespace: string;
}

interface Access {
  /**
   * What may be done with everything except Secrets and ConfigMaps, which may not even be read.
   * Everything is allowed where this list is absent.
   */
  verbs?: readonly Verb[];
  /** What may be done besides. */
  rules?: readonly AccessRule[];
}

/** A bearer token and what it is good for. */
export interface AccessToken extends Access {
  token: string;
  user: string;
  groups: string[];
}

/** Who sent a request. */
export interface User extends Access {
  name: string;
  groups: string[];
}

/** What somebody wants to do. */
export interface AccessAttributes {
  verb: string;
  /** Empty for the core group. */
  group: string;
  /** The plural. */
  resource: string;
  subresource?: string;
  namespace?: string;
}

const sensitiveResources = ['configmaps', 'secrets'];

/** Knows the tokens, and decides what their users may do. */
export class AccessControl {
  readonly #users: Map<string, User>;

  constructor(tokens: readonly AccessToken[]) {
    this.#users = new Map(
      tokens.map(({ token, user, groups, ...access }) => [
        digest(token),
        {
          name: user,
          groups: [...groups, 'system:authenticated'],
          verbs: access.verbs,
          rules: access.rules,
        },
      ]),
    );
  }

  /** @throws ApiError when there is no valid bearer token. */
  authenticate(authorization: string | undefined): User {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    const user = token && this.#users.get(digest(token));
    if (!user) {
      throw unauthorized();
    }
    return user;
  }

  allows({ verbs, rules = [] }: User, attributes: AccessAttributes): boolean {
    return (
      verbs === undefined ||
      isSelfReview(attributes) ||
      (verbs.some(verb => verb === attributes.verb) &&
        !isSensitive(attributes)) ||
      rules.some(rule => permits(rule, attributes))
    );
  }

  /** @throws ApiError when the user may not. */
  authorize(
    user: User,
    target: {
      verb: Verb;
      definition: ResourceDefinition;
      subresource?: string;
      namespace?: string;
      name?: string;
    },
  ): void {
    const { verb, definition, subresource, namespace, name } = target;
    const { group, plural } = definition;
    if (
      this.allows(user, {
        verb,
        group,
        resource: plural,
        subresource,
        namespace,
      })
    ) {
      return;
    }
    const resource = subresource ? `${plural}/${subresource}` : plural;
    const scope = namespace
      ? `in the namespace "${namespace}"`
      : 'at the cluster scope';
    throw new ApiError(
      {
        code: 403,
        reason: 'Forbidden',
        details: { name, group, kind: plural },
      },
      `${qualifiedResource(definition)}${
        name ? ` "${name}"` : ''
      } is forbidden: User "${
        user.name
      }" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`,
    );
  }
}

function permits(rule: AccessRule, attributes: AccessAttributes): boolean {
  return (
    rule.verbs.some(verb => verb === attributes.verb) &&
    rule.group === attributes.group &&
    rule.resource === attributes.resource &&
    rule.namespace === attributes.namespace &&
    attributes.subresource === undefined
  );
}

function isSensitive({ group, resource }: AccessAttributes): boolean {
  return group === '' && sensitiveResources.includes(resource);
}

/** Everybody may ask what they themselves may do. */
function isSelfReview({ group, resource, verb }: AccessAttributes): boolean {
  return (
    verb === 'create' &&
    /^(authorization|authentication)\.k8s\.io$/.test(group) &&
    resource.startsWith('selfsubject')
  );
}

/** Looking a token up by its digest takes the same time for any wrong one. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
