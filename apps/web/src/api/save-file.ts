/** How the sealed file of visits is called. */
export const EXPORTED_FILE = 'tapaamo.age';

/** Hands a file to the person, as a download under a name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
