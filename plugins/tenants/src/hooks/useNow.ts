import { useEffect, useState } from 'react';
import { DateTime } from 'luxon';

const tickMs = 15_000;

/** The current time, moving on every 15 seconds, so that "2 minutes ago" stays true. */
export function useNow(): DateTime {
  const [now, setNow] = useState(() => DateTime.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(DateTime.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
