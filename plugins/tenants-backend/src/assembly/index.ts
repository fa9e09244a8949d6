export * from './Assembler';
export * from './ObservationBoard';
export * from './places';
export * from './StatusWriter';
