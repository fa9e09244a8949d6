import { Text } from '@backstage/ui';
import type {
  GitOpsDeployment,
  GitOpsStatus,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import { GitOpsButton } from './GitOpsButton';
import { shortRevision } from './shortRevision';
import styles from './GitOps.module.css';
import type { GitOpsRequester } from './useGitOpsRequest';

/** What was applied before, with the way back to it. */
export function History(props: {
  tenant: string;
  gitops: GitOpsStatus;
  requester: GitOpsRequester;
}) {
  const { tenant, gitops, requester } = props;
  const t = useText();
  if (gitops.history.length === 0) {
    return null;
  }
  return (
    <>
      <Text as="h4" weight="bold">
        {t('gitops.history')}
      </Text>
      <ol className={styles.history} aria-label={t('gitops.history')}>
        {gitops.history.map((deployment, position) => (
          <li key={deployment.id} className={styles.deployment}>
            <Deployment deployment={deployment} />
            {position > 0 && gitops.actions.includes('rollback') && (
              <GitOpsButton
                tenant={tenant}
                request={{ action: 'rollback', deployment: deployment.id }}
                requester={requester}
                explanation={{
                  application: gitops.application,
                  revision: shortRevision(deployment.revision),
                }}
                label={t('gitops.rollbackTo', {
                  revision: shortRevision(deployment.revision),
                })}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Deployment({ deployment }: { deployment: GitOpsDeployment }) {
  const t = useText();
  const { revision, deployedAt, initiatedBy } = deployment;
  return (
    <>
      <code className={styles.mono} title={revision}>
        {shortRevision(revision)}
      </code>
      <Text variant="body-small" color="secondary">
        <RelativeTime at={deployedAt} />
        {initiatedBy &&
          `, ${t('gitops.deployedBy', { initiator: initiatedBy })}`}
      </Text>
    </>
  );
}
