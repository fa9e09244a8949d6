import { useEffect, useRef } from 'react';
import { AllowLists } from './schema';

/**
 * Keeps addresses from reaching where they do not belong: those of an environment that was chosen
 * and then left out, and all of them once another tenant is chosen.
 */
export function useDropUnchosen(options: {
  lists: AllowLists;
  tenant: string | undefined;
  environments: string[];
  onChange: (lists: AllowLists) => void;
}): void {
  const { lists, tenant, environments, onChange } = options;
  const lastTenant = useRef(tenant);
  useEffect(() => {
    const sameTenant = lastTenant.current === tenant;
    lastTenant.current = tenant;
    const kept = Object.entries(lists).filter(
      ([name]) => sameTenant && environments.includes(name),
    );
    if (kept.length < Object.keys(lists).length) {
      onChange(Object.fromEntries(kept));
    }
  }, [lists, tenant, environments, onChange]);
}
