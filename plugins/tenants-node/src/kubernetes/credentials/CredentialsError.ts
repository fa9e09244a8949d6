import { CustomErrorBase, toError } from '@backstage/errors';
import { asSentence } from '../../sources';

/** Text as long as this without a blank, dot or slash is no word: a key, a signature, a token. */
const secretLike = /[\w+=-]{40,}/g;

/**
 * There is no token for a cluster. The message is for a person and never holds a credential, also
 * where the server that was asked for the token repeats what it was sent.
 */
export class CredentialsError extends CustomErrorBase {
  name = 'CredentialsError' as const;

  constructor(cluster: string, cause: unknown) {
    const reason = toError(cause).message.replace(secretLike, '***');
    super(
      `The portal has no credentials for the cluster "${cluster}": ${asSentence(
        reason.replace(/\s+/g, ' '),
      )}`,
    );
  }
}
