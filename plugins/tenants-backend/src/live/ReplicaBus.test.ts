import { mockServices } from '@backstage/backend-test-utils';
import { ReplicaBus } from './ReplicaBus';

describe('ReplicaBus', () => {
  const events = mockServices.events();
  const logger = mockServices.logger.mock();
  const bus = (replica: string, service = events) =>
    new ReplicaBus({ events: service, logger, replica });

  it('tells the others, and not itself', async () => {
    const [one, two] = [bus('one'), bus('two')];
    const [heardByOne, heardByTwo] = [jest.fn(), jest.fn()];
    await one.listen(heardByOne);
    await two.listen(heardByTwo);
    one.tell();
    await new Promise(resolve => setImmediate(resolve));
    expect(heardByTwo).toHaveBeenCalledTimes(1);
    expect(heardByOne).not.toHaveBeenCalled();
    one.stop();
  });

  it('subscribes each replica on its own, so that all of them hear', async () => {
    const service = mockServices.events.mock();
    await bus('one', service).listen(() => undefined);
    await bus('two', service).listen(() => undefined);
    const ids = service.subscribe.mock.calls.map(([{ id }]) => id);
    expect(ids).toEqual(['tenants-one', 'tenants-two']);
  });

  it('survives an events service that fails', async () => {
    const service = mockServices.events.mock({
      publish: async () => {
        throw new Error('no bus');
      },
    });
    bus('one', service).tell();
    await new Promise(resolve => setImmediate(resolve));
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('no bus'));
  });
});
