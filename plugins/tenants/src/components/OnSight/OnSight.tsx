import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Skeleton } from '@backstage/ui';

/** Starts a little before the part is reached, so that it is often there in time. */
const margin = '200px';

/** Whoever stays, prints or searches the page gets all of it without scrolling. */
const patienceMs = 5_000;

/**
 * Renders its children, and so loads what they show, once they are about to be seen, or a moment
 * after the page: first comes what is on the screen.
 */
export function OnSight(props: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setSeen(true);
          observer.disconnect();
        }
      },
      { rootMargin: margin },
    );
    if (place.current) {
      observer.observe(place.current);
    }
    const timer = setTimeout(() => setSeen(true), patienceMs);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
  return isSeen ? (
    props.children
  ) : (
    <div ref={place} aria-hidden>
      <Skeleton width="100%" height="12rem" />
    </div>
  );
}
