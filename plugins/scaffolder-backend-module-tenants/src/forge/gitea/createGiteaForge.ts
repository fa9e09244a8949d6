import { ConflictError } from '@backstage/errors';
import { GiteaIntegrationConfig } from '@backstage/integration';
import { Forge, ProposedChange, PullRequest } from '../Forge';
import { FileOperation, planOperations } from './fileOperations';
import { createGiteaClient, GiteaClient, GiteaRepository } from './GiteaClient';
import { parseRegistryUrl } from './parseRegistryUrl';
import { createPullRequests, PullRequests } from './pullRequests';

class GiteaForge implements Forge {
  readonly #client: GiteaClient;
  readonly #repository: GiteaRepository;
  readonly #pullRequests: PullRequests;

  constructor(
    client: GiteaClient,
    repository: GiteaRepository,
    pullRequests: PullRequests,
  ) {
    this.#client = client;
    this.#repository = repository;
    this.#pullRequests = pullRequests;
  }

  async proposeChange(
    change: ProposedChange,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<PullRequest> {
    const open = await this.#pullRequests.findOpen(change.branch, signal);
    if (open) {
      await this.#update(open, change, signal);
      return open;
    }
    // Left behind by a pull request that was closed without a merge.
    await this.#deleteBranch(change.branch, signal);
    try {
      await this.#createBranch(change, signal);
      return await this.#pullRequests.open(change, signal);
    } catch (error) {
      return this.#takeBack(change, error);
    }
  }

  async #update(
    open: PullRequest,
    change: ProposedChange,
    signal?: AbortSignal,
  ): Promise<void> {
    const operations = await this.#plan(change.branch, change, signal);
    if (operations.length > 0) {
      await this.#commit({ branch: change.branch }, change, operations, signal);
    }
    await this.#pullRequests.edit(open, change, signal);
  }

  async #createBranch(
    change: ProposedChange,
    signal?: AbortSignal,
  ): Promise<void> {
    const { branch } = this.#repository;
    const operations = await this.#plan(branch, change, signal);
    if (operations.length === 0) {
      throw new ConflictError(
        `The branch ${branch} of the repository holds this change already.`,
      );
    }
    const target = { branch, new_branch: change.branch };
    await this.#commit(target, change, operations, signal);
  }

  /**
   * Leaves no branch behind whose pull request could not be opened. The forge may have done what it
   * did not get to confirm, and another run may have been faster, so it is asked first.
   */
  async #takeBack(
    change: ProposedChange,
    error: unknown,
  ): Promise<PullRequest> {
    const { branch } = change;
    const open = await this.#pullRequests
      .findOpen(branch)
      .catch(() => undefined);
    if (open) {
      await this.#update(open, change);
      return open;
    }
    await this.#deleteBranch(branch).catch(() => undefined);
    throw error;
  }

  #plan(
    ref: string,
    { files }: ProposedChange,
    signal?: AbortSignal,
  ): Promise<FileOperation[]> {
    return planOperations(this.#client, ref, files, signal);
  }

  async #commit(
    target: { branch: string; new_branch?: string },
    { title, author }: ProposedChange,
    files: FileOperation[],
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#client.send({
      method: 'POST',
      path: '/contents',
      body: { ...target, message: title, author, files },
      purpose: 'write the files',
      signal,
    });
  }

  async #deleteBranch(branch: string, signal?: AbortSignal): Promise<void> {
    await this.#client.find({
      method: 'DELETE',
      path: `/branches/${branch}`,
      purpose: `remove the branch ${branch}`,
      signal,
    });
  }
}

/** Creates a forge for a registry on Gitea. */
export function createGiteaForge(options: {
  registryUrl: string;
  integration: GiteaIntegrationConfig;
}): Forge {
  const { integration } = options;
  const repository = parseRegistryUrl(
    options.registryUrl,
    integration.baseUrl ?? `https://${integration.host}`,
  );
  const client = createGiteaClient(integration, repository);
  const pullRequests = createPullRequests(client, repository);
  return new GiteaForge(client, repository, pullRequests);
}
