import { saveFile } from './saveFile';

describe('saveFile', () => {
  it('has the browser download a text under the given name', async () => {
    const blobs: Blob[] = [];
    const revoke = jest.fn();
    URL.createObjectURL = blob => {
      blobs.push(blob as Blob);
      return 'blob:file';
    };
    URL.revokeObjectURL = revoke;
    const clicked: HTMLAnchorElement[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        clicked.push(this);
      });
    saveFile('tenants.csv', 'text/csv', 'Name');
    expect(clicked[0].download).toBe('tenants.csv');
    expect(clicked[0].href).toBe('blob:file');
    expect(blobs[0].type).toBe('text/csv;charset=utf-8');
    expect(blobs[0].size).toBe('\ufeffName'.length + 2);
    expect(revoke).not.toHaveBeenCalled();
    await new Promise(resolve => setTimeout(resolve));
    expect(revoke).toHaveBeenCalledWith('blob:file');
  });
});
