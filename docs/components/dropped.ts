/** The files of a drop, those in dropped folders too. */

/** What people drop a folder for; what a system leaves in it is passed over. */
const isHidden = (name: string): boolean => name.startsWith(".") || /^(thumbs\.db|desktop\.ini)$/i.test(name);

/** In the order of their names, folder by folder. To be called while the drop is handled: its items do not last. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  if (transfer === null) return [];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  // A browser that names no entries has the files alone.
  if (entries.every((entry) => entry === null || entry.isFile)) return files;
  return (await Promise.all(entries.map((entry) => (entry === null ? [] : filesOf(entry))))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (isHidden(entry.name)) return [];
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  for (;;) {
    // A folder is handed out some at a time, until there are none left.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  inside.sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
  return (await Promise.all(inside.map(filesOf))).flat();
}
