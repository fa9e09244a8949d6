import { createHash } from 'node:crypto';
import { qualifiedResource, ResourceDefinition, Verb } from '../resources';
import { ApiError, unauthorized } from './ApiError';

/** A rule of a Kubernetes Role or ClusterRole; `*` stands for all. */
export interface PolicyRule {
  /** Empty for the core group. */
  apiGroups: readonly string[];
  /** Plurals; a subresource is one of its own, such as `pods/log`. */
  resources: readonly string[];
  verbs: readonly string[];
}

/** What somebody may do, as a bound Role or ClusterRole says it. */
export interface AccessRole {
  rules: readonly PolicyRule[];
  /** Everywhere when absent, as a ClusterRole. */
  namespace?: string;
}

interface Access {
  /** Asked at each request. Where it is absent, everything is allowed. */
  roles?: () => readonly AccessRole[];
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

/** Knows the tokens, and decides what their users may do. */
export class AccessControl {
  readonly #users: Map<string, User>;

  constructor(tokens: readonly AccessToken[]) {
    this.#users = new Map(
      tokens.map(({ token, user, groups, roles }) => [
        digest(token),
        { name: user, groups: [...groups, 'system:authenticated'], roles },
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

  allows({ roles }: User, attributes: AccessAttributes): boolean {
    return (
      roles === undefined ||
      isSelfReview(attributes) ||
      roles().some(role => permits(role, attributes))
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

function permits(
  { rules, namespace }: AccessRole,
  attributes: AccessAttributes,
): boolean {
  const { verb, group, resource, subresource } = attributes;
  const wanted = subresource ? `${resource}/${subresource}` : resource;
  return (
    (namespace === undefined || namespace === attributes.namespace) &&
    rules.some(
      rule =>
        names(rule.verbs, verb) &&
        names(rule.apiGroups, group) &&
        names(rule.resources, wanted),
    )
  );
}

function names(list: readonly string[], name: string): boolean {
  return list.includes(name) || list.includes('*');
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
