import '@testing-library/jest-dom';

/** jsdom has no width; tests see a wide screen in the light theme. */
window.matchMedia = (query: string) =>
  ({
    matches: query.includes('min-width'),
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  } as unknown as MediaQueryList);

// jsdom does not scroll.
window.scrollTo = () => {};

// Pages with whole tables are slow to render where many packages are tested at once.
jest.setTimeout(20_000);

/** jsdom has no layout: nothing scrolls into view, so that a list asks for no further page. */
class NeverIntersecting implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
window.IntersectionObserver ??= NeverIntersecting;
