import { useEffect, useState } from 'react';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckLine,
  RiErrorWarningLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { useText } from '../../hooks/useText';

const feedbackMs = 2_000;

const icons = {
  idle: <RiFileCopyLine />,
  copied: <RiCheckLine />,
  copyFailed: <RiErrorWarningLine />,
};

/** Copies a text, and says whether it worked. */
export function CopyButton(props: { text: string; what: string }) {
  const t = useText();
  const [state, setState] = useState<keyof typeof icons>('idle');
  useEffect(() => {
    if (state === 'idle') {
      return undefined;
    }
    const timer = setTimeout(() => setState('idle'), feedbackMs);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () =>
    writeToClipboard(props.text).then(
      () => setState('copied'),
      () => setState('copyFailed'),
    );
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('common.copy', { what: props.what })}
        icon={icons[state]}
        onPress={copy}
      />
      <VisuallyHidden role="status">
        {state === 'idle' ? '' : t(`common.${state}`)}
      </VisuallyHidden>
    </>
  );
}

/** The clipboard is absent on pages that are not served securely; that too is a rejection. */
async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
