import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { parseRegistry, RegistryReader } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { RegistryView } from './RegistryView';

describe('RegistryView', () => {
  const read = jest.fn<
    ReturnType<RegistryReader['read']>,
    Parameters<RegistryReader['read']>
  >();
  const logger = mockServices.logger.mock();
  let now: Date;
  let view: RegistryView;

  beforeEach(() => {
    jest.resetAllMocks();
    now = new Date('2026-01-01T00:00:00.000Z');
    view = new RegistryView({
      reader: { url: 'https://forge.example.com/', read },
      logger,
      now: () => now,
    });
  });

  const answerWith = (...tenants: string[]) =>
    read.mockResolvedValueOnce({
      registry: parseRegistry(registryFiles(...tenants)),
      etag: tenants.join(),
    });
  const passMinutes = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  it('says that it has not been read, and why, before the first time', async () => {
    expect(() => view.registry()).toThrow(/has not been read yet/);
    read.mockRejectedValueOnce(new Error('connection refused'));
    await view.refresh();
    expect(() => view.registry()).toThrow(/connection refused/);
    expect(view.status()).toMatchObject({ stale: true, findings: [] });
  });

  it('gives a new map of bindings and tells listeners after a change', async () => {
    const listener = jest.fn();
    const controller = new AbortController();
    view.onChange(listener, controller.signal);
    answerWith('acme-01');
    await view.refresh();
    const first = view.current();
    answerWith('acme-01', 'globex-01');
    await view.refresh();
    expect([...first.keys()]).toEqual(['acme-01-devnet']);
    expect([...view.current().keys()]).toEqual([
      'acme-01-devnet',
      'globex-01-devnet',
    ]);
    expect(listener).toHaveBeenCalledTimes(2);

    controller.abort();
    answerWith('acme-01');
    await view.refresh();
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('asks with the last etag, and counts "not modified" as read', async () => {
    answerWith('acme-01');
    await view.refresh();
    const bindings = view.current();
    passMinutes(10);
    read.mockRejectedValueOnce(new NotModifiedError());
    await view.refresh();
    expect(read).toHaveBeenLastCalledWith(
      expect.objectContaining({ etag: 'acme-01' }),
    );
    expect(view.current()).toBe(bindings);
    expect(view.status()).toEqual({
      readAt: now.toISOString(),
      stale: false,
      findings: [],
    });
  });

  it('keeps the last good registry while the forge is away, and says that it is stale', async () => {
    answerWith('acme-01');
    await view.refresh();
    read.mockRejectedValue(new Error('connection refused'));
    passMinutes(1);
    await view.refresh();
    expect(view.status()).toMatchObject({
      stale: false,
      message: expect.stringContaining('connection refused'),
    });
    passMinutes(5);
    await view.refresh();
    expect(view.status().stale).toBe(true);
    expect(view.registry().tenants.has('acme-01')).toBe(true);
  });

  it('never reads twice at once', async () => {
    let running = 0;
    let most = 0;
    read.mockImplementation(async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      throw new NotModifiedError();
    });
    await Promise.all([view.refresh(), view.refresh(), view.refresh()]);
    expect(read).toHaveBeenCalledTimes(3);
    expect(most).toBe(1);
  });

  it('tells which descriptors it left out', async () => {
    read.mockResolvedValueOnce({
      registry: parseRegistry([
        ...registryFiles('acme-01'),
        { path: 'clients/bad-01/client.yaml', content: 'kind: Tenant' },
      ]),
      etag: '1',
    });
    await view.refresh();
    expect(view.status().findings[0]).toMatchObject({
      file: 'clients/bad-01/client.yaml',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('clients/bad-01/client.yaml'),
    );
  });
});
