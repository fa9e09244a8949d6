import Ajv, { ValidateFunction } from 'ajv';
import { TypeMeta } from '../models';
import keycloakRealmImport from './keycloak-realm-import.schema.json';
import objectStore from './object-store.schema.json';

/** Schemas of the kinds that no package of typed models has. */
const schemas: Record<string, object> = {
  'barmancloud.cnpg.io/v1/ObjectStore': objectStore,
  'k8s.keycloak.org/v2alpha1/KeycloakRealmImport': keycloakRealmImport,
};

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new Map<string, ValidateFunction>();

/** The validator of our own schema of a kind, where there is one. */
export function schemaValidator({
  apiVersion,
  kind,
}: TypeMeta): ValidateFunction | undefined {
  const name = `${apiVersion}/${kind}`;
  if (!Object.hasOwn(schemas, name)) {
    return undefined;
  }
  const validate = validators.get(name) ?? ajv.compile(schemas[name]);
  validators.set(name, validate);
  return validate;
}
