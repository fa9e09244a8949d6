import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { useNow } from '../../hooks/useNow';

interface MomentProps {
  /** RFC 3339. */
  at: string;
}

type InWords = (now: DateTime, at: DateTime, locale: string) => string;

/** A moment as people say it ("5 minutes ago"), with the exact time at hand. */
export function RelativeTime({ at }: MomentProps) {
  return <Moment at={at} inWords={relativeTo} />;
}

/** How long a moment is past ("5 minutes"), with the exact time at hand. */
export function ElapsedTime({ at }: MomentProps) {
  return <Moment at={at} inWords={elapsedSince} />;
}

function Moment(props: MomentProps & { inWords: InWords }) {
  const locale = useLanguage();
  const now = useNow();
  const at = DateTime.fromISO(props.at);
  return (
    <time
      dateTime={props.at}
      title={at.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS, { locale })}
    >
      {props.inWords(now, at, locale)}
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

/** The words for the time since a moment, in whole ones of the largest unit. */
export function elapsedSince(
  now: DateTime,
  at: DateTime,
  locale: string,
): string {
  const elapsed = DateTime.max(now, at).diff(at);
  const unit =
    (['years', 'months', 'days', 'hours', 'minutes'] as const).find(
      candidate => elapsed.as(candidate) >= 1,
    ) ?? 'seconds';
  return elapsed
    .shiftTo(unit)
    .mapUnits(Math.floor)
    .reconfigure({ locale })
    .toHuman();
}
