/** Has the browser save a text as a file of UTF-8 that spreadsheets recognise as such. */
export function saveFile(name: string, type: string, text: string): void {
  const byteOrderMark = '\ufeff';
  const url = URL.createObjectURL(
    new Blob([byteOrderMark, text], { type: `${type};charset=utf-8` }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click is handled.
  setTimeout(() => URL.revokeObjectURL(url));
}
