import { Link, Text } from '@backstage/ui';
import type { GitOpsStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { HealthStatus } from '../HealthStatus';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { SyncStatusLabel } from '../SyncStatusLabel';
import { Fact } from '../Fact';
import { GitOpsActions } from './GitOpsActions';
import { History } from './History';
import { Operation } from './Operation';
import { shortRevision } from './shortRevision';
import { useGitOpsRequest } from './useGitOpsRequest';
import styles from './GitOps.module.css';

/** What the GitOps engine has applied, what differs from Git, and what it can be asked for. */
export function GitOps(props: {
  tenant: string;
  environment: string;
  gitops?: GitOpsStatus;
}) {
  const { tenant, environment, gitops } = props;
  const t = useText();
  return (
    <Section
      title={t('gitops.title')}
      actions={gitops && <SyncStatusLabel sync={gitops.sync} />}
    >
      {gitops ? (
        <Application
          tenant={tenant}
          environment={environment}
          gitops={gitops}
        />
      ) : (
        <Text color="secondary">{t('gitops.missing')}</Text>
      )}
    </Section>
  );
}

function Application(props: {
  tenant: string;
  environment: string;
  gitops: GitOpsStatus;
}) {
  const { tenant, environment, gitops } = props;
  const t = useText();
  const requester = useGitOpsRequest(tenant, environment);
  return (
    <>
      <GitOpsActions tenant={tenant} gitops={gitops} requester={requester} />
      <Operation gitops={gitops} />
      {gitops.message && gitops.message !== gitops.operation?.message && (
        <Text as="p" className={styles.block}>
          {gitops.message}
        </Text>
      )}
      <dl className={styles.facts}>
        <Fact name={t('gitops.application')}>
          <Text>{gitops.application}</Text>
        </Fact>
        <Fact name={t('gitops.engineHealth')}>
          <HealthStatus health={gitops.health} />
        </Fact>
        <Fact name={t('gitops.lastSynced')}>
          <Text>
            {gitops.lastSyncedAt ? (
              <RelativeTime at={gitops.lastSyncedAt} />
            ) : (
              t('gitops.neverSynced')
            )}
          </Text>
        </Fact>
      </dl>
      <Revision gitops={gitops} />
      <Drift objects={gitops.outOfSync} />
      <History tenant={tenant} gitops={gitops} requester={requester} />
      {gitops.url && (
        <Text as="p">
          <Link href={gitops.url} target="_blank" rel="noopener">
            {t('gitops.open', { engine: gitops.source })}
          </Link>
        </Text>
      )}
    </>
  );
}

function Revision({ gitops }: { gitops: GitOpsStatus }) {
  const t = useText();
  const { revision, revisionMessage } = gitops;
  if (!revision) {
    return null;
  }
  return (
    <dl className={styles.revision}>
      <Fact name={t('gitops.revision')}>
        <span className={styles.deployment}>
          <code className={styles.mono} title={revision}>
            {shortRevision(revision)}
          </code>
          <CopyButton text={revision} what={t('gitops.revision')} />
        </span>
        {revisionMessage && <Text>{revisionMessage}</Text>}
      </Fact>
    </dl>
  );
}

function Drift({ objects }: { objects: string[] }) {
  const t = useText();
  if (objects.length === 0) {
    return null;
  }
  return (
    <>
      <Text as="p" weight="bold">
        {t('gitops.drift', { count: objects.length })}
      </Text>
      <ul className={styles.objects}>
        {objects.map(object => (
          <li key={object} className={styles.mono}>
            {object}
          </li>
        ))}
      </ul>
    </>
  );
}
