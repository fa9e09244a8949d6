import fc from 'fast-check';
import { parsePhrases, wordsOf } from './words';

describe('wordsOf', () => {
  it.each([
    ['wallet.acme-01.mainnet', ['wallet', 'acme', '01', 'mainnet']],
    ['acme_01-validator-1', ['acme', '01', 'validator', '1']],
    ['Zürich, ÉCOLE', ['zurich', 'ecole']],
    ['  ', []],
  ])('splits %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('gives nothing but letters and digits, in one case, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const words = wordsOf(text);
        for (const word of words) {
          expect(word).toMatch(/^[\p{L}\p{N}]{1,100}$/u);
        }
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
    );
  });
});

describe('parsePhrases', () => {
  it('keeps together what has no blank between', () => {
    expect(parsePhrases('acme-01  Main.net --')).toEqual([
      ['acme', '01'],
      ['main', 'net'],
    ]);
  });

  it('has the words of the term, in their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), term => {
        expect(parsePhrases(term).flat()).toEqual(wordsOf(term));
      }),
    );
  });
});
