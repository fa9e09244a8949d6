import fc from 'fast-check';
import { asSentence } from './asSentence';

describe('asSentence', () => {
  it.each([
    ['Secret does not exist', 'Secret does not exist.'],
    ['It is away. ', 'It is away.'],
    ['Why?', 'Why?'],
  ])('turns "%s" into "%s"', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });

  it('always ends, and is never too long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 1_000 }), text => {
        const sentence = asSentence(text);
        expect(sentence).toMatch(/[.!?]$/);
        expect(sentence.length).toBeLessThanOrEqual(301);
      }),
    );
  });
});
