import { Rule } from '../inspection/Inspection';
import { addressFindings } from './addresses';
import { allowListFindings } from './allowList';
import { containerFindings } from './containers';
import { conventionFindings } from './conventions';
import { credentialFindings } from './credentials';
import { descriptorFindings } from './descriptors';
import { hostFindings } from './hosts';
import { hubFindings } from './hub';
import { immutableFindings } from './immutables';
import { kindFindings } from './kinds';
import { kustomizationFindings } from './kustomization';
import { namespaceFindings } from './namespaces';
import { podFindings } from './pods';
import { removalFindings } from './removal';
import { routeFindings } from './routes';
import { schemaFindings } from './schemas';
import { secretFindings } from './secrets';
import { serviceFindings } from './services';
import { tokenFindings } from './tokens';
import { uniquenessFindings } from './uniqueness';

/** The rules for what is in the files; where and how large they may be is judged before. */
export const contentRules: readonly Rule[] = [
  descriptorFindings,
  conventionFindings,
  uniquenessFindings,
  immutableFindings,
  removalFindings,
  allowListFindings,
  addressFindings,
  kustomizationFindings,
  schemaFindings,
  kindFindings,
  namespaceFindings,
  podFindings,
  containerFindings,
  tokenFindings,
  serviceFindings,
  hostFindings,
  routeFindings,
  hubFindings,
  secretFindings,
  credentialFindings,
];
