import { RequestValidator } from '@backstage/plugin-events-node';
import { isSignedWith } from './isSignedWith';

const signatureHeader = 'x-gitea-signature';

/**
 * Refuses webhooks with 403 that are not signed with the secret; all of them when there is none.
 */
export function createSignatureValidator(
  secret: string | undefined,
): RequestValidator {
  return async ({ raw, headers }, context) => {
    const signature = headers[signatureHeader];
    if (secret === undefined || !isSignedWith(secret, raw.body, signature)) {
      context.reject({
        status: 403,
        payload: {
          message: 'The webhook is not signed with the secret of this portal.',
        },
      });
    }
  };
}
