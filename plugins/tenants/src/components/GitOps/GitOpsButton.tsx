import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  tenantRollbackPermission,
  tenantSuspendPermission,
  tenantSyncPermission,
  type GitOpsRequest,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import type { GitOpsRequester } from './useGitOpsRequest';

const permissions = {
  sync: tenantSyncPermission,
  refresh: tenantSyncPermission,
  rollback: tenantRollbackPermission,
  suspend: tenantSuspendPermission,
  resume: tenantSuspendPermission,
};

/** Sends a request to the GitOps engine, for who may; all but a second look ask first. */
export function GitOpsButton(props: {
  tenant: string;
  request: GitOpsRequest;
  requester: GitOpsRequester;
  /** What it means, shown before it happens. */
  explanation: { application: string; revision?: string };
  label?: string;
}) {
  const { tenant, request, requester, label } = props;
  const t = useText();
  const { allowed } = usePermission({
    permission: permissions[request.action],
    resourceRef: tenant,
  });
  if (!allowed) {
    return null;
  }
  const common = {
    size: 'small',
    variant: 'secondary',
    isDisabled: requester.isBusy,
    'aria-label': label,
    children: t(`gitops.action.${request.action}`),
  } as const;
  const send = () => requester.send(request);
  if (request.action === 'refresh') {
    return <Button {...common} onPress={send} />;
  }
  return (
    <Confirmation
      title={t(`gitops.confirmTitle.${request.action}`)}
      description={t(`gitops.confirm.${request.action}`, {
        revision: '',
        ...props.explanation,
      })}
      action={common.children}
      onConfirm={send}
    >
      <Button {...common} />
    </Confirmation>
  );
}

function Confirmation(props: {
  title: string;
  description: string;
  action: string;
  onConfirm: () => void;
  /** The button that opens it. */
  children: ReactNode;
}) {
  const t = useText();
  return (
    <DialogTrigger>
      {props.children}
      <Dialog>
        <DialogHeader>{props.title}</DialogHeader>
        <DialogBody>{props.description}</DialogBody>
        <DialogFooter>
          <Button slot="close" onPress={props.onConfirm}>
            {props.action}
          </Button>
          <Button slot="close" variant="secondary">
            {t('gitops.cancel')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
