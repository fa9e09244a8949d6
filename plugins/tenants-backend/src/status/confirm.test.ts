import { confirm } from './confirm';
import {
  assemble,
  checkOf,
  earlier,
  healthyDeployment,
  observation,
  source,
  syncedApplication,
} from './__testUtils__';

const later = '2026-01-01T12:30:00.000Z';
const confirmedBy =
  (...sources: string[]) =>
  (name: string) =>
    sources.includes(name) ? later : undefined;

describe('confirm', () => {
  const status = assemble([
    source('kubernetes', [healthyDeployment]),
    source('argocd', [], {
      observation: observation(
        [{ id: 'application/a', object: 'Application/a', health: 'Healthy' }],
        { gitops: syncedApplication() },
      ),
    }),
  ]);

  it('moves the time of what its source has confirmed, and nothing else', () => {
    const confirmed = confirm(status, confirmedBy('kubernetes'));
    expect(checkOf(confirmed, 'deployment/participant')).toEqual({
      ...checkOf(status, 'deployment/participant'),
      observedAt: later,
    });
    expect(checkOf(confirmed, 'application/a')?.observedAt).toBe(earlier);
    expect(confirmed.observedAt).toBe(earlier);
  });

  it('moves the time of the whole with the oldest of its checks', () => {
    const confirmed = confirm(status, confirmedBy('kubernetes', 'argocd'));
    expect(confirmed.observedAt).toBe(later);
    expect(confirmed.gitops?.observedAt).toBe(later);
  });

  it('does not take what nobody has said for confirmed', () => {
    const unseen = assemble([source('kubernetes')]);
    expect(confirm(unseen, confirmedBy('kubernetes', 'registry'))).toEqual(
      unseen,
    );
  });

  it('never moves a time back', () => {
    expect(confirm(status, () => '2020-01-01T00:00:00.000Z')).toEqual(status);
  });
});
