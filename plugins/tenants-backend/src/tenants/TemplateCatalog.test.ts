import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TemplateCatalog } from './TemplateCatalog';

const template = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, annotations },
});

describe('TemplateCatalog', () => {
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock.mock();
  let now: number;
  let templates: TemplateCatalog;

  beforeEach(() => {
    jest.resetAllMocks();
    now = 0;
    templates = new TemplateCatalog({
      catalog,
      auth: mockServices.auth(),
      logger,
      now: () => now,
    });
  });

  const answerWith = (version: string) =>
    catalog.getEntities.mockResolvedValue({
      items: [
        template('new-client', { 'tenantry.dev/template-version': version }),
        template('other', {}),
      ],
    });

  it('knows the versions of the templates that have one', async () => {
    expect(templates.versions().size).toBe(0);
    answerWith('1.2.0');
    await templates.refresh();
    expect([...templates.versions()]).toEqual([['new-client', '1.2.0']]);
  });

  it('asks now and then, and changes nothing when nothing has changed', async () => {
    answerWith('1.2.0');
    await templates.refresh();
    const first = templates.versions();
    await templates.refresh();
    expect(catalog.getEntities).toHaveBeenCalledTimes(1);
    now += 300_000;
    await templates.refresh();
    expect(catalog.getEntities).toHaveBeenCalledTimes(2);
    expect(templates.versions()).toBe(first);
  });

  it('keeps what it knows while the catalog is away, and asks again soon', async () => {
    answerWith('1.2.0');
    await templates.refresh();
    now += 300_000;
    catalog.getEntities.mockRejectedValueOnce(new Error('away'));
    await templates.refresh();
    expect(templates.versions().size).toBe(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('away'));
    answerWith('1.3.0');
    await templates.refresh();
    expect(templates.versions().get('new-client')).toBe('1.3.0');
  });
});
