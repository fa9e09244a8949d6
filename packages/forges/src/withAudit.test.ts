import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Forge, ProposedChange, PullRequest } from './Forge';
import { withAudit } from './withAudit';

const change: ProposedChange = {
  branch: 'tenantry/change-size/acme-01',
  title: 'Change the size of acme-01',
  description: 'More of everything.',
  files: [
    {
      path: 'clients/acme-01/devnet/tenant.yaml',
      operation: 'update',
      content: 'content of the file',
    },
  ],
  author: { name: 'Jane Doe', email: 'jane@example.com' },
};
const pull: PullRequest = {
  number: 7,
  url: 'https://forge.example.com/pulls/7',
  title: change.title,
  author: 'portal',
  branch: change.branch,
  state: 'open',
};

describe('withAudit', () => {
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = { createEvent: jest.fn() };
  const proposeChange = jest.fn();
  const readPullRequest = jest.fn();
  const forge = withAudit(
    { proposeChange, readPullRequest } as unknown as Forge,
    auditor as AuditorService,
  );

  beforeEach(() => {
    jest.resetAllMocks();
    auditor.createEvent.mockResolvedValue(event);
    proposeChange.mockResolvedValue(pull);
  });

  it('notes who proposes which files, and the pull request', async () => {
    await expect(forge.proposeChange(change)).resolves.toBe(pull);
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'change-proposal',
      severityLevel: 'medium',
      meta: {
        branch: change.branch,
        title: change.title,
        author: 'Jane Doe',
        fileCount: 1,
        paths: ['clients/acme-01/devnet/tenant.yaml'],
      },
    });
    expect(event.success).toHaveBeenCalledWith({
      meta: { number: 7, url: pull.url },
    });
    expect(JSON.stringify(auditor.createEvent.mock.calls)).not.toContain(
      'content of the file',
    );
  });

  it('notes what could not be proposed', async () => {
    const error = new ConflictError('It is there already.');
    proposeChange.mockRejectedValue(error);
    await expect(forge.proposeChange(change)).rejects.toBe(error);
    expect(event.fail).toHaveBeenCalledWith({ error });
    expect(event.success).not.toHaveBeenCalled();
  });

  it('proposes nothing that cannot be audited', async () => {
    auditor.createEvent.mockRejectedValue(new Error('The disk is full.'));
    await expect(forge.proposeChange(change)).rejects.toThrow(
      'The disk is full.',
    );
    expect(proposeChange).not.toHaveBeenCalled();
  });

  it('notes no reads', async () => {
    await forge.readPullRequest(7);
    expect(readPullRequest).toHaveBeenCalledWith(7);
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
