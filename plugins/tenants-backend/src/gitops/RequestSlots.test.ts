import { RequestSlots } from './RequestSlots';

describe('RequestSlots', () => {
  it('bounds how many requests are on their way', async () => {
    const slots = new RequestSlots();
    let finish = () => {};
    const wait = new Promise<void>(resolve => {
      finish = resolve;
    });
    const running = Array.from({ length: 50 }, (_, index) =>
      slots.during(String(index), () => wait),
    );
    await expect(slots.during('one more', async () => {})).rejects.toThrow(
      'Too many requests',
    );
    finish();
    await Promise.all(running);
    await expect(slots.during('one more', async () => 1)).resolves.toBe(1);
  });
});
