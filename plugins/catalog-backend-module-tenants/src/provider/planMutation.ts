import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { descriptorOf } from '../entities';
import { RegisteredEntity } from './CatalogState';

/**
 * What stays in the catalog besides what the registry says now.
 */
export interface MutationPlan {
  /** Refs of entities to keep as they are. */
  keep: string[];
  /** Descriptors that are gone, but too many at once to be believed. */
  heldBack: string[];
  /** Number of descriptors that the catalog has entities of. */
  known: number;
}

/**
 * Decides which entities stay although the registry does not say so.
 *
 * Entities of an unreadable descriptor stay: the tenant exists, its file is only broken. Entities
 * of descriptors that are gone stay when more than the given share of all descriptors is gone,
 * unless it is one tenant or one file.
 */
export function planMutation(options: {
  /** What the registry says now. */
  next: readonly Entity[];
  /** What the catalog holds. */
  previous: readonly RegisteredEntity[];
  /** Descriptors that exist but could not be read. */
  unreadable: ReadonlySet<string>;
  maximumRemovalShare: number;
  registryUrl: string;
}): MutationPlan {
  const { next, previous, unreadable, maximumRemovalShare } = options;
  const present = new Set(
    next.map(entity => descriptorOf(entity, options.registryUrl)),
  );
  const known = new Set(previous.map(({ file }) => file));
  const gone = [...known].filter(
    file => !present.has(file) && !unreadable.has(file),
  );
  const believable =
    gone.length <= maximumRemovalShare * known.size ||
    new Set(gone.map(unitOf)).size <= 1;
  const heldBack = believable ? [] : gone;

  const emitted = new Set(next.map(stringifyEntityRef));
  const kept = new Set([...unreadable, ...heldBack]);
  return {
    keep: previous
      .filter(
        ({ entityRef, file }) => kept.has(file) && !emitted.has(entityRef),
      )
      .map(({ entityRef }) => entityRef),
    heldBack,
    known: known.size,
  };
}

/** A tenant's directory, or the file itself. */
function unitOf(file: string): string {
  return /^clients\/[^/]+\//.exec(file)?.[0] ?? file;
}
