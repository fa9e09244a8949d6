export { FieldFailure } from './FieldFailure';
export { FieldNote } from './FieldNote';
