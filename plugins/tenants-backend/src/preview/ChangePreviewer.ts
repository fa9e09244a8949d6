import {
  BackstageCredentials,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ChangePreview,
  PreviewChangeRequest,
} from '@tenantry/plugin-tenants-common';
import { loadTemplate, renderChange } from '@tenantry/rendering';
import { RegistryView } from '../registry/RegistryView';
import { readTemplateFiles } from './readTemplateFiles';

export interface ChangePreviewerOptions {
  catalog: CatalogService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrations;
  registry: RegistryView;
}

/**
 * Renders what a form would propose. Only templates of the catalog are read, from where the
 * catalog says they are: a caller names a template, never a place.
 */
export class ChangePreviewer {
  readonly #options: ChangePreviewerOptions;

  constructor(options: ChangePreviewerOptions) {
    this.#options = options;
  }

  /**
   * @throws InputError when the entity is no template of tenants.
   * @throws NotFoundError when the caller cannot see such an entity.
   */
  async preview(
    request: PreviewChangeRequest,
    credentials: BackstageCredentials,
  ): Promise<ChangePreview> {
    const entity = await this.#template(request.templateRef, credentials);
    const template = loadTemplate(
      await readTemplateFiles(entity, this.#options),
    );
    const { title, files, findings } = renderChange({
      template,
      values: request.values,
      registry: this.#options.registry.registry(),
    });
    return { title, files, findings, notes: [], pruned: [] };
  }

  async #template(
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
