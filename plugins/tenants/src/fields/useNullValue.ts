import { useEffect } from 'react';

/**
 * Gives a field that only shows something the value `null`: without a value, the scaffolder would not
 * call the field's validation.
 */
export function useNullValue(
  value: null | undefined,
  onChange: (value: null) => void,
): void {
  useEffect(() => {
    if (value !== null) {
      onChange(null);
    }
  }, [value, onChange]);
}
