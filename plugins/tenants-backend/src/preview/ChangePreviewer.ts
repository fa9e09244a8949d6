import {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { prepareChange, readTemplate } from '@tenantry/changes';
import {
  ChangePreview,
  PreviewChangeRequest,
} from '@tenantry/plugin-tenants-common';
import { TenantFilesReader } from '@tenantry/plugin-tenants-node';
import { TenantTemplate } from '@tenantry/rendering';
import { AuthorizedChanges } from '../permissions';
import { withinLimits } from './withinLimits';

export interface ChangePreviewerOptions {
  catalog: CatalogService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  /** The repository of the registry. */
  reader: TenantFilesReader;
  authorizedChanges: Pick<AuthorizedChanges, 'require'>;
}

/**
 * Renders and checks what a form would propose, with the functions that propose it. Only templates
 * of the catalog are read, from where the catalog says they are: a caller names a template, never a
 * place.
 */
export class ChangePreviewer {
  readonly #options: ChangePreviewerOptions;

  constructor(options: ChangePreviewerOptions) {
    this.#options = options;
  }

  /**
   * The change as it would be proposed, of any size. Whether the caller may propose it is decided
   * before.
   *
   * @throws InputError when the entity is no template of tenants.
   * @throws NotFoundError when the caller cannot see such an entity.
   * @throws ConflictError when the files of the tenant cannot be read as a whole.
   */
  async render(
    request: PreviewChangeRequest,
    credentials: BackstageCredentials,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ChangePreview> {
    const { templateRef, values } = request;
    const template = await this.template(templateRef, credentials, { signal });
    return this.#prepare(template, values, signal);
  }

  async #prepare(
    template: TenantTemplate,
    values: PreviewChangeRequest['values'],
    signal?: AbortSignal,
  ): Promise<ChangePreview> {
    const { reader } = this.#options;
    const { title, files, findings, notes, pruned } = await prepareChange({
      template,
      values,
      reader,
      signal,
    });
    return { title, files, findings, notes, pruned };
  }

  /**
   * The same for a page, for who may propose the change. Contents that are too much for a page are
   * left out, and the notes say so.
   *
   * @throws NotFoundError when the caller may not change the tenant, as when there is none.
   */
  async preview(
    { templateRef, values }: PreviewChangeRequest,
    credentials: BackstageCredentials,
  ): Promise<ChangePreview> {
    const { authorizedChanges } = this.#options;
    const template = await this.template(templateRef, credentials);
    const { operation } = template;
    await authorizedChanges.require(
      { operation, client: values.client },
      credentials,
    );
    return withinLimits(await this.#prepare(template, values));
  }

  /**
   * Reads a template of tenants.
   *
   * @throws InputError when the entity is no template of tenants.
   * @throws NotFoundError when the caller cannot see such an entity.
   */
  async template(
    templateRef: string,
    credentials: BackstageCredentials,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<TenantTemplate> {
    const entity = await this.#entity(templateRef, credentials);
    return readTemplate(baseUrlOf(entity), { ...this.#options, signal });
  }

  async #entity(
    templateRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    if (!/^template:/i.test(templateRef)) {
      throw new InputError(
        `The field "templateRef" is "${templateRef}"; it must be the entity ref of a template, such as template:default/new-client.`,
      );
    }
    const entity = await this.#options.catalog.getEntityByRef(templateRef, {
      credentials,
    });
    if (entity?.kind !== 'Template') {
      throw new NotFoundError(`There is no template "${templateRef}".`);
    }
    return entity;
  }
}

function baseUrlOf(template: Entity): string {
  const { type, target } = getEntitySourceLocation(template);
  switch (type) {
    case 'url':
      return target;
    case 'file':
      return `file://${target}`;
    default:
      throw new InputError(
        `${stringifyEntityRef(
          template,
        )} is at a location of type "${type}", which cannot be previewed.`,
      );
  }
}
