import { Link } from '@backstage/ui';
import type { TimelineChange } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';

/** The way to the pull request or the commit, with its author. */
export function ChangeLink({ change }: { change: TimelineChange }) {
  const t = useText();
  const { url, number, author } = change;
  return (
    <Link href={url} target="_blank" rel="noopener noreferrer">
      {number === undefined
        ? t('timeline.commit', { author })
        : t('timeline.pullRequest', { number: `${number}`, author })}
    </Link>
  );
}
