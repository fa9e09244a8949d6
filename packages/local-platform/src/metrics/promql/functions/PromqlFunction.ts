import { Expression } from '../expressions';
import { Value, ValueType } from '../values';

/** What a function sees of its call. */
export interface FunctionCall {
  /** Evaluated arguments, of the types that `parameters` names. */
  values: Value[];
  /** The same arguments as they were written. */
  expressions: Expression[];
  /** Moment of the evaluation, Unix time in seconds. */
  timestamp: number;
}

/** A function of the simulated subset. */
export interface PromqlFunction {
  parameters: readonly ValueType[];
  /** How many of the last parameters may be left out. */
  optional?: number;
  resultType: ValueType;
  /** @throws PromqlError of type `execution`. */
  evaluate(call: FunctionCall): Value;
}

type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;

/** The parser has checked the types, so that a wrong one is a fault of this program. */
export function valueOfType<T extends ValueType>(
  value: Value | undefined,
  type: T,
): ValueOf<T> {
  if (value?.type !== type) {
    throw new Error(`Expected a ${type} and got a ${value?.type ?? 'nothing'}`);
  }
  return value as ValueOf<T>;
}
