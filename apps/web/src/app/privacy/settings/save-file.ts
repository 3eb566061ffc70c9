/** Hands a file of the api to the browser's downloads under this name. */
export function saveFile(document: Document, file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the browser reads the address after this turn, and on a busy machine much later
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
