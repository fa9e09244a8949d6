import { parseLabelSelector } from './labelSelector';

const labels = { app: 'participant', tier: 'gold', 'tenantry.dev/size': '3' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=participant', true],
    ['app==participant', true],
    ['app = participant', true],
    ['app=validator', false],
    ['other=participant', false],
    ['app!=participant', false],
    ['other!=participant', true],
    ['app in (participant, validator)', true],
    ['app in (validator)', false],
    ['other in (participant)', false],
    ['app notin (validator)', true],
    ['app notin (participant,validator)', false],
    ['other notin (participant)', true],
    ['tenantry.dev/size', true],
    ['other', false],
    ['!other', true],
    ['!app', false],
    ['tenantry.dev/size>2', true],
    ['tenantry.dev/size<3', false],
    ['other>2', false],
    ['app=participant,tier in (gold,silver),!other', true],
    ['app=participant,tier in (silver),!other', false],
  ])('reads "%s"', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it('takes missing labels for none', () => {
    expect(parseLabelSelector('app')(undefined)).toBe(false);
    expect(parseLabelSelector('!app')(undefined)).toBe(true);
  });

  it.each([
    '=a',
    'a=b=c',
    'a,',
    ',a',
    'a in b',
    'a in (b',
    'a in (b c)',
    'ä=b',
  ])('refuses "%s"', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
