import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { readTemplateDirectory } from '@tenantry/rendering';
import { templatesDirectory } from './__testUtils__/sample';
import { readTemplate } from './readTemplate';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const baseUrl =
  'https://github.com/example/templates/blob/main/change-size/template.yaml';

describe('readTemplate', () => {
  const directory = createMockDirectory();
  const readTree = jest.fn();
  const urlReader = mockServices.urlReader.mock({ readTree });

  beforeEach(() => {
    readTree.mockReset();
    readTree.mockImplementation(async (url: string, options) => {
      const name = new URL(url).pathname.split('/').at(-2)!;
      const files = await readTemplateDirectory(
        `${templatesDirectory}/${name}`,
      );
      return {
        files: async () =>
          files
            .filter(({ path, content }) =>
              options.filter(path, { size: content.length }),
            )
            .map(({ path, content }) => ({
              path,
              content: async () => Buffer.from(content),
            })),
      };
    });
  });

  it('reads a template at a forge, and the one whose skeleton it renders', async () => {
    const template = await readTemplate(baseUrl, { urlReader, integrations });

    expect(template).toMatchObject({
      name: 'change-size',
      base: { name: 'new-canton-client' },
    });
    expect(readTree.mock.calls.map(([url]) => url)).toEqual([
      'https://github.com/example/templates/tree/main/change-size/',
      'https://github.com/example/templates/tree/main/new-canton-client/',
    ]);
  });

  it('says what is missing where the other template is not beside it', async () => {
    directory.setContent({
      'change-size': {
        'template.yaml': (
          await readTemplateDirectory(`${templatesDirectory}/change-size`)
        ).find(({ path }) => path === 'template.yaml')!.content,
      },
    });

    await expect(
      readTemplate(`file://${directory.path}/change-size/template.yaml`, {
        urlReader,
        integrations,
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('the skeleton of ../new-canton-client'),
    });
  });

  it('refuses a host without an integration', async () => {
    await expect(
      readTemplate('https://unknown.example.org/template.yaml', {
        urlReader,
        integrations,
      }),
    ).rejects.toThrow(
      'There is no integration for the host of https://unknown.example.org/template.yaml.',
    );
    expect(readTree).not.toHaveBeenCalled();
  });

  it.each([
    ['many', 501, 10],
    ['large', 11, 2 ** 20],
  ])('refuses a folder with too %s files', async (_, count, size) => {
    readTree.mockImplementation(async (__, options) => {
      const paths = Array.from(
        { length: count },
        (___, index) => `skeleton/${index}`,
      );
      const read = paths.filter(path => options.filter(path, { size }));
      return {
        files: async () =>
          read.map(path => ({ path, content: async () => Buffer.from('') })),
      };
    });

    await expect(
      readTemplate(baseUrl, { urlReader, integrations }),
    ).rejects.toThrow('has more than 500 files or 10485760 bytes');
  });

  it('stops when it is told to, or after 30 s', async () => {
    const controller = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    const { signal } = controller;

    await readTemplate(baseUrl, { urlReader, integrations, signal });

    controller.abort();
    expect(readTree.mock.calls[0][1].signal.aborted).toBe(true);
    expect(timeout).toHaveBeenCalledWith(30_000);
    timeout.mockRestore();
  });
});
