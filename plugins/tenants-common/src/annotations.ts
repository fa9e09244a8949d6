/**
 * Entity annotation with the name of the tenant that an entity belongs to. It helps the catalog to
 * find its way; what a caller may see is decided by the registry alone.
 *
 * @public
 */
export const TENANT_ANNOTATION = 'tenantry.dev/tenant';

/**
 * Entity annotation with the name of the environment that an entity belongs to.
 *
 * @public
 */
export const ENVIRONMENT_ANNOTATION = 'tenantry.dev/environment';

/**
 * Entity annotation with the descriptor that an entity was made of, relative to the root of the
 * registry's repository. Entities of the registry alone have it.
 *
 * @public
 */
export const DESCRIPTOR_ANNOTATION = 'tenantry.dev/descriptor';

/**
 * Annotation of a template with whom, besides the operators, it is for. It counts on templates of the
 * locations that the configuration of the catalog names.
 *
 * @public
 */
export const AUDIENCE_ANNOTATION = 'tenantry.dev/audience';

/**
 * Value of {@link AUDIENCE_ANNOTATION} for templates that members of the clients may run.
 *
 * @public
 */
export const CLIENT_AUDIENCE = 'client';
