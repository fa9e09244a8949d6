import { conversionFunctions } from './conversionFunctions';
import { elementFunctions } from './elementFunctions';
import { labelReplace } from './labelReplace';
import { PromqlFunction } from './PromqlFunction';
import { rangeFunctions } from './rangeFunctions';

/** Every function of the simulated subset, by name. */
export const functions: ReadonlyMap<string, PromqlFunction> = new Map([
  ...rangeFunctions,
  ...elementFunctions,
  ...conversionFunctions,
  ['label_replace', labelReplace],
]);
