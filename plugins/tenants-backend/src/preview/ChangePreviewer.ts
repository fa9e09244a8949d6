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
import { withinLimits } from './withinLimits';

export interface ChangePreviewerOptions {
  catalog: CatalogService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  /** The repository of the registry. */
  reader: TenantFilesReader;
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
   * The change as it would be proposed, of any size.
   *
   * @throws InputError when the entity is no template of tenants.
   * @throws NotFoundError when the caller cannot see such an entity.
   * @throws ConflictError when the files of the tenant cannot be read as a whole.
   */
  async render(
    { templateRef, values }: PreviewChangeRequest,
    credentials: BackstageCredentials,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<ChangePreview> {
    const { reader } = this.#options;
    const template = await this.template(templateRef, credentials, { signal });
    const { title, files, findings, notes, pruned } = await prepareChange({
      template,
      values,
      reader,
      signal,
    });
    return { title, files, findings, notes, pruned };
  }

  /** The same for a page: contents that are too much for one are left out, and the notes say so. */
  async preview(
    request: PreviewChangeRequest,
    credentials: BackstageCredentials,
  ): Promise<ChangePreview> {
    return withinLimits(await this.render(request, credentials));
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
