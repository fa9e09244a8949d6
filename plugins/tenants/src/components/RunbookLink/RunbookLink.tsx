import { Link } from '@backstage/ui';
import { useText } from '../../hooks/useText';

/** The way to what tells more about a check: causes, how to look, how to mend. */
export function RunbookLink(props: {
  url: string;
  /** Id of the check. */
  of: string;
}) {
  const t = useText();
  return (
    <Link
      href={props.url}
      target="_blank"
      rel="noopener"
      aria-label={t('components.runbookLabel', { check: props.of })}
    >
      {t('components.runbook')}
    </Link>
  );
}
