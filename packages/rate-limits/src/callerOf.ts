import {
  BackstageNonePrincipal,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Who is counted, by identity and not by address: behind a proxy all share one.
 *
 * @returns nothing for a plugin of the backend that acts for itself, such as an indexer.
 */
export function callerOf(
  principal:
    | BackstageNonePrincipal
    | BackstageServicePrincipal
    | BackstageUserPrincipal,
): string | undefined {
  switch (principal.type) {
    case 'user':
      return principal.userEntityRef;
    case 'service':
      return principal.subject.startsWith('plugin:')
        ? undefined
        : principal.subject;
    default:
      return 'nobody';
  }
}
