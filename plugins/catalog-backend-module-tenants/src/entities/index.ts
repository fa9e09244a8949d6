export { descriptorOf, DESCRIPTOR_ANNOTATION } from './descriptorAnnotations';
export { registryEntities } from './registryEntities';
