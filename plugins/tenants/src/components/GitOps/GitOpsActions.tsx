import { Text } from '@backstage/ui';
import type { GitOpsStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { GitOpsButton } from './GitOpsButton';
import styles from './GitOps.module.css';
import type { GitOpsRequester } from './useGitOpsRequest';

/** What the engine can be asked for as a whole; an earlier revision is asked for in the history. */
export function GitOpsActions(props: {
  tenant: string;
  gitops: GitOpsStatus;
  requester: GitOpsRequester;
}) {
  const { tenant, gitops, requester } = props;
  const t = useText();
  const { application } = gitops;
  return (
    <>
      <div
        className={styles.actions}
        role="group"
        aria-label={t('gitops.actionsLabel')}
      >
        {gitops.actions.map(
          action =>
            action !== 'rollback' && (
              <GitOpsButton
                key={action}
                tenant={tenant}
                request={{ action }}
                requester={requester}
                explanation={{ application }}
              />
            ),
        )}
      </div>
      <Outcome requester={requester} />
    </>
  );
}

function Outcome({ requester }: { requester: GitOpsRequester }) {
  const t = useText();
  const { taken, failure } = requester;
  return (
    <>
      {failure && (
        <Text as="p" role="alert" color="danger" className={styles.block}>
          {t('gitops.requestFailed', { reason: failureMessage(failure) })}
        </Text>
      )}
      {taken && (
        <Text as="p" role="status" className={styles.block}>
          {t(`gitops.requested.${taken}`)}
        </Text>
      )}
    </>
  );
}
