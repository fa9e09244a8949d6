/**
 * Reads the body of a response as text.
 *
 * @throws Error when it is longer than the limit, in bytes, without reading the rest.
 */
export async function readLimited(
  response: Response,
  limit: number,
): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) {
      throw new Error(`the answer is larger than ${limit} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
