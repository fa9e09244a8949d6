import { brokenBy, checkEdit, places } from '../__fixtures__/checkEdit';

const { values } = places;
const text = 'clients/acme-01/notes.txt';
const random = (length: number) =>
  'Ab3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zB'.repeat(3).slice(0, length);

// Put together here, so that nobody takes the test for a leak.
const credentials = {
  'a private key': ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
  'a private key of OpenSSH': ['-----BEGIN OPENSSH', 'PRIVATE KEY-----'].join(
    ' ',
  ),
  'a key of AWS': ['AKIA', 'ABCDEFGHIJKLMNOP'].join(''),
  'a key of Google': ['AIza', random(35)].join(''),
  'a token of GitHub': ['ghp', random(36)].join('_'),
  'a token of GitLab': ['glpat', random(20)].join('-'),
  'a token of Slack': ['xoxb', '123456789012'].join('-'),
  'a token of npm': ['npm', random(36)].join('_'),
  'a JSON web token': [
    'eyJhbGciOiJIUzI1NiJ9',
    'eyJzdWIiOiIxMjM0',
    random(43),
  ].join('.'),
  'a password in an address': ['postgres://web', 'hunter2@db/web'].join(':'),
};

describe('credentials', () => {
  it.each(Object.entries(credentials))('refuse %s in any file', (_, secret) => {
    const findings = checkEdit({ [text]: `Use ${secret} for it.` });
    expect(findings).toMatchObject([{ rule: 'credential', file: text }]);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  it.each(['password', 'token', 'apiKey', 'clientSecret', 'private_key'])(
    'refuse a text called %s',
    name => {
      const findings = checkEdit({
        [values]: content => {
          content.auth = { [name]: 'hunter2' };
        },
      });
      expect(findings).toMatchObject([
        { rule: 'credential', file: values, path: `/auth/${name}` },
      ]);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
    },
  );

  it('refuse a variable with a text', () => {
    expect(
      brokenBy({
        [values]: content => {
          content.env = [{ name: 'WEB_PASSWORD', value: 'hunter2' }];
        },
      }),
    ).toEqual([`credential ${values} /env/0/value`]);
  });

  it.each([
    { password: '' },
    { password: '{{ .password }}' },
    { password: '${PASSWORD}' },
    { token: { secretKeyRef: { name: 'web', key: 'token' } } },
    { privateKey: '/etc/certs/tls.key' },
    { secretName: 'web', tokenUrl: 'https://id.example.com/token' },
    { env: [{ name: 'PASSWORD', value: '$(DB_PASSWORD)' }] },
    { env: [{ name: 'TOKEN_FILE', value: '/var/run/token' }] },
    { note: 'postgres://db/web and https://id.example.com:8443/@me' },
    { note: 'akia is a word, and so is ghp_short' },
  ])('are not %j', content => {
    expect(
      brokenBy({ [values]: object => Object.assign(object, content) }),
    ).toEqual([]);
  });
});
