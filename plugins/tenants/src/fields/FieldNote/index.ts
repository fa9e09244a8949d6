export { FieldNote } from './FieldNote';
