import { absentNames, Client } from './__testUtils__/walk/Client';
import { Asked, differenceOf, markIn } from './__testUtils__/walk/answers';
import { Probe } from './__testUtils__/walk/Probe';

const client: Client = {
  names: {
    tenant: 'acme-1',
    environment: 'devnet',
    cluster: 'devnet',
    namespace: 'acme-1-devnet',
    group: 'acme-1',
    user: 'acme-1-engineer',
    entityUid: '8c6f3a0e-0000-4000-8000-000000000001',
    taskId: '8c6f3a0e-0000-4000-8000-000000000002',
    notificationId: '8c6f3a0e-0000-4000-8000-000000000003',
  },
  marks: ['acme-1', 'Acme Bank'],
};
const absent = absentNames(client.names);

/** What is found in an answer, when the same question about nobody is answered like that. */
function found(
  path: (tenant: string) => string,
  text: string,
  ofAbsent: { status?: number; text?: string } = {},
): string | undefined {
  const probe = (tenant: string): Probe => ({
    route: 'GET /api/x/:tenant',
    method: 'GET',
    path: path(tenant),
  });
  const asked: Asked = {
    probe: probe(client.names.tenant),
    names: client.names,
    answer: { status: 404, text },
  };
  const ofNobody: Asked = {
    probe: probe(absent.tenant),
    names: absent,
    answer: { status: 404, text, ...ofAbsent },
  };
  return markIn(client, asked) ?? differenceOf(asked, ofNobody);
}

const named = (tenant: string) => `/api/x/${tenant}`;
const unnamed = () => '/api/x/list';

describe('an answer about a client', () => {
  it('names a client that does not exist in the same form', () => {
    expect(absent).toMatchObject({
      tenant: 'zzzz-1',
      environment: 'devnet',
      namespace: 'zzzz-1-devnet',
      user: 'zzzz-1-engineer',
    });
    expect(absent.taskId).not.toBe(client.names.taskId);
  });

  it('finds what was not in the question', () => {
    expect(found(named, 'acme-1 is Acme Bank')).toBe('Acme Bank');
    expect(found(unnamed, '{"name":"acme-1"}')).toBe('acme-1');
    expect(found(unnamed, 'https://ledger.ACME-1.example.com')).toBe('acme-1');
  });

  it('lets an answer repeat the question', () => {
    const text = (tenant: string) => `There is no "${tenant}" (/x/${tenant}).`;
    expect(
      found(named, text('acme-1'), { text: text('zzzz-1') }),
    ).toBeUndefined();
  });

  it('does not take a longer name for the client', () => {
    expect(found(unnamed, 'acme-10 xacme-1')).toBeUndefined();
  });

  it('finds another status and another text than for nobody', () => {
    expect(found(named, '{}', { status: 403 })).toBe(
      'answers 404, and 403 for a client that does not exist',
    );
    expect(found(named, 'Not yours', { text: 'Not there' })).toContain(
      'answers another text',
    );
  });

  it('looks over times and ids, which differ each time', () => {
    const text = (id: string, time: string) => `{"id":"${id}","at":"${time}"}`;
    expect(
      found(
        named,
        text('8c6f3a0e-1111-4000-8000-000000000001', '2026-01-01T00:00:00.1Z'),
        {
          text: text(
            '8c6f3a0e-2222-4000-8000-000000000002',
            '2026-01-02T11:22:33.456Z',
          ),
        },
      ),
    ).toBeUndefined();
  });
});
