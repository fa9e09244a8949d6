import { commitOf } from './revision';

describe('commitOf', () => {
  it.each([
    ['main@sha1:0123456789abcdef', '0123456789abcdef'],
    ['refs/heads/main@sha1:0123456789abcdef', '0123456789abcdef'],
    ['latest@sha256:fedcba9876543210', 'fedcba9876543210'],
    ['main/0123456789abcdef', '0123456789abcdef'],
    ['0.7.4', '0.7.4'],
    ['feature/add', 'feature/add'],
  ])('of %s is %s', (revision, commit) => {
    expect(commitOf(revision)).toBe(commit);
  });
});
