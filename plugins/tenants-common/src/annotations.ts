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
