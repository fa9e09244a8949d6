import { clusterFaults, Fault, FaultBoard, kindFaults, knownFaults } from '.';

describe('FaultBoard', () => {
  it('knows what is on, and tells of each change', () => {
    const board = new FaultBoard();
    const listener = jest.fn();
    const stop = board.onChange(listener);
    const fault: Fault = { name: 'clock-skew', target: 'devnet' };
    board.switchOn(fault);
    expect(board.list()).toEqual([fault]);
    expect(board.isActive('clock-skew', 'devnet')).toBe(true);
    expect(board.isActive('clock-skew', 'testnet')).toBe(false);
    board.switchOff(fault);
    expect(board.list()).toEqual([]);
    stop();
    board.switchOn(fault);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['crash-looping-participant', 'acme-01/devnet'],
    ['huge-object', 'acme-01/devnet'],
    ...clusterFaults.map(name => [name, 'devnet']),
    ...kindFaults.map(name => [name, 'devnet/certificates.cert-manager.io']),
    ...kindFaults.map(name => [name, 'devnet/pods']),
    ['slow-metrics', 'metrics'],
  ])('takes %s on %s', (name, target) => {
    const fault = { name, target } as Fault;
    expect(() => new FaultBoard().switchOn(fault)).not.toThrow();
  });

  it.each([
    ['crash-looping-participant', 'devnet', /such as acme-01\/devnet/],
    ['clock-skew', 'acme-01/devnet', /such as devnet/],
    ['missing-kind', 'devnet', /devnet\/certificates.cert-manager.io/],
    ['slow-metrics', 'devnet', /such as metrics/],
    ['earthquake', 'devnet', /There is no fault "earthquake"; known are/],
  ])('refuses %s on %s', (name, target, message) => {
    const fault = { name, target } as Fault;
    expect(() => new FaultBoard().switchOn(fault)).toThrow(message);
  });

  it('knows each fault once', () => {
    expect(new Set(knownFaults).size).toBe(knownFaults.length);
  });
});
