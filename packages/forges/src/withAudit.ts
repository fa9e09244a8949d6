import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Forge, ProposedChange } from './Forge';

const maximumPaths = 100;

/**
 * The same forge, with a note in the audit log of every change that is proposed, and what became of
 * it. Without a log nothing is proposed.
 *
 * @public
 */
export function withAudit(forge: Forge, auditor: AuditorService): Forge {
  return {
    ...forge,
    async proposeChange(change, options) {
      const event = await auditor.createEvent({
        eventId: 'change-proposal',
        severityLevel: 'medium',
        meta: describeChange(change),
      });
      const pull = await forge
        .proposeChange(change, options)
        .catch(async thrown => {
          await event.fail({ error: toError(thrown) });
          throw thrown;
        });
      const { number, url } = pull;
      await event.success({ meta: { number, url } });
      return pull;
    },
  };
}

/** Which files, and not what is in them. */
function describeChange({ branch, title, author, files }: ProposedChange) {
  return {
    branch,
    title,
    author: author.name,
    fileCount: files.length,
    paths: files.slice(0, maximumPaths).map(({ path }) => path),
  };
}
