import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';

/** A moment as people say it ("5 minutes ago"), with the exact time at hand. */
export function RelativeTime(props: { at: string }) {
  const locale = useLanguage();
  const now = useNow();
  const at = DateTime.fromISO(props.at);
  return (
    <time
      dateTime={props.at}
      title={at.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS, { locale })}
    >
      {relativeTo(now, at, locale)}
    </time>
  );
}

/** The words for a moment; a clock that runs ahead never makes it lie in the future. */
export function relativeTo(
  now: DateTime,
  at: DateTime,
  locale: string,
): string {
  // A difference of nothing at all would read as "in 0 seconds".
  const base = DateTime.max(now, at.plus(1));
  return at.toRelative({ base, locale }) ?? '';
}
