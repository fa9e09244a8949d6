export { descriptorOf } from './descriptorAnnotations';
export { registryEntities } from './registryEntities';
