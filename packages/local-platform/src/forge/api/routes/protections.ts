import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { ForgeContext } from '../../core/ForgeContext';
import { wildcardOf } from '../../http/parameters';
import { toBranchProtection } from '../shapes/branch';

/** Tells which branches are protected. */
export function addProtectionRoutes(
  router: Router,
  { protections }: ForgeContext,
): void {
  router.get('/branch_protections', (_request, response) => {
    response.json(protections.map(toBranchProtection));
  });

  router.get('/branch_protections/*', (request, response) => {
    const name = wildcardOf(request);
    const protection = protections.find(({ branch }) => branch === name);
    if (!protection) throw new NotFoundError("The target couldn't be found.");
    response.json(toBranchProtection(protection));
  });
}
