import { readLimited } from './readLimited';

describe('readLimited', () => {
  it('reads text whose characters are cut in two on the way', async () => {
    const [first, ...rest] = new TextEncoder().encode('é!');
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([first]));
        controller.enqueue(new Uint8Array(rest));
        controller.close();
      },
    });
    expect(await readLimited(new Response(body), 3)).toBe('é!');
  });

  it('reads an answer without a body as nothing', async () => {
    expect(await readLimited(new Response(null), 0)).toBe('');
  });

  it('stops at the limit and cancels the rest', async () => {
    const cancel = jest.fn();
    const body = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(10)),
      cancel,
    });
    await expect(readLimited(new Response(body), 25)).rejects.toThrow(
      'the answer is larger than 25 bytes',
    );
    expect(cancel).toHaveBeenCalled();
  });
});
