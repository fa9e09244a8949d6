import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Rollout,
  RolloutAction,
  RolloutState,
} from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../../api';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';

const actionsOf: Record<RolloutState, RolloutAction[]> = {
  Running: ['pause', 'stop'],
  Paused: ['resume', 'stop'],
  Halted: ['resume', 'stop'],
  Stopped: [],
  Done: [],
};

/** What can be done with a rollout in its state; stopping one cannot be taken back and asks first. */
export function RolloutActions(props: {
  rollout: Rollout;
  onChanged: () => void;
}) {
  const { rollout } = props;
  const t = useText();
  const { act, busy, failure } = useRolloutAction(props);
  return (
    <Flex align="center" gap="2">
      {failure && (
        <Text role="alert" color="danger">
          {t('rollouts.actionFailed', { reason: failureMessage(failure) })}
        </Text>
      )}
      {actionsOf[rollout.state].map(action =>
        action === 'stop' ? (
          <StopButton key={action} busy={busy} onStop={() => act('stop')} />
        ) : (
          <Button
            key={action}
            variant="secondary"
            isDisabled={busy}
            onPress={() => act(action)}
          >
            {t(`rollouts.action.${action}`)}
          </Button>
        ),
      )}
    </Flex>
  );
}

function StopButton(props: { busy: boolean; onStop: () => void }) {
  const t = useText();
  return (
    <DialogTrigger>
      <Button variant="secondary" isDisabled={props.busy}>
        {t('rollouts.action.stop')}
      </Button>
      <Dialog>
        <DialogHeader>{t('rollouts.stopTitle')}</DialogHeader>
        <DialogBody>{t('rollouts.stopDescription')}</DialogBody>
        <DialogFooter>
          <Button slot="close" onPress={props.onStop}>
            {t('rollouts.action.stop')}
          </Button>
          <Button slot="close" variant="secondary">
            {t('rollouts.stopCancel')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}

function useRolloutAction(props: { rollout: Rollout; onChanged: () => void }) {
  const api = useApi(tenantsApiRef);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const act = async (action: RolloutAction) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.actOnRollout(props.rollout.id, action);
    } catch (error) {
      setFailure(error as Error);
    }
    setBusy(false);
    props.onChanged();
  };
  return { act, busy, failure };
}
