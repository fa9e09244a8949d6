import { Fault } from '../faults';
import { FaultList } from './startControlApi';

const timeoutMs = 10_000;

/** Talks to the control API of a running platform. */
export class ControlClient {
  readonly #url: string;
  readonly #token: string;

  constructor(options: { url: string; token: string }) {
    this.#url = options.url;
    this.#token = options.token;
  }

  async list(): Promise<FaultList> {
    const response = await this.#request('GET');
    return (await response.json()) as FaultList;
  }

  /** @throws Error when there is no such fault, or the target does not fit it. */
  async switchOn(fault: Fault): Promise<void> {
    await this.#request('POST', fault);
  }

  /** @throws Error when the platform refuses. */
  async switchOff(fault: Fault): Promise<void> {
    await this.#request('DELETE', fault);
  }

  async #request(method: string, body?: Fault): Promise<Response> {
    const response = await fetch(`${this.#url}/v1/faults`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      const { message } = (await response.json()) as { message: string };
      throw new Error(message);
    }
    return response;
  }
}
