import { tenantsTranslationRef } from '../translation';
import german from './de';

/** The messages as the app takes them; the public type of a ref leaves them out. */
function messagesOf(source: unknown): Record<string, string | null> {
  if (typeof source !== 'object' || source === null) {
    throw new Error('There are no messages');
  }
  if ('getDefaultMessages' in source) {
    return (source.getDefaultMessages as () => Record<string, string>)();
  }
  return 'messages' in source
    ? (source.messages as Record<string, string | null>)
    : {};
}

function placeholders(message: string | null): string[] {
  return (message?.match(/\{\{[^}]+\}\}/g) ?? []).sort();
}

describe('tenantsTranslations', () => {
  const english = messagesOf(tenantsTranslationRef);
  const translated = messagesOf(german);

  it('says every sentence in German, and no other', () => {
    expect(Object.keys(english).length).toBeGreaterThan(300);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    expect(
      Object.keys(translated).filter(key => !translated[key]?.trim()),
    ).toEqual([]);
  });

  it.each(Object.keys(english))('keeps the placeholders of %s', key => {
    expect(placeholders(translated[key])).toEqual(placeholders(english[key]));
  });
});
