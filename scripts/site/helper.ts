/** Two readers of a page read one PDF: the one that is not asked reads pages from the end, for the other. */
import { type PageHelper, type ReadPage, readLastPages } from "../../src/read/index.js";

/** What one reader says to the other about the pages of the file it was asked to read. */
type PageMessage =
  | { pages: "read"; job: number; bytes: Uint8Array }
  | { pages: "enough"; job: number }
  | { pages: "page"; job: number; page: ReadPage };

let other: MessagePort | null = null;
let jobs = 0;
const taking = new Map<number, (page: ReadPage) => void>();
/** Jobs for the other reader that are to go on. */
const wanted = new Set<number>();

export function linkPages(port: MessagePort): void {
  other = port;
  port.addEventListener("message", ({ data }: MessageEvent<PageMessage>) => {
    if (data.pages === "read") void work(port, data.job, data.bytes);
    else if (data.pages === "enough") wanted.delete(data.job);
    else if (data.pages === "page") taking.get(data.job)?.(data.page);
  });
}

async function work(port: MessagePort, job: number, bytes: Uint8Array): Promise<void> {
  wanted.add(job);
  const take = async (page: ReadPage): Promise<boolean> => {
    port.postMessage({ pages: "page", job, page } satisfies PageMessage);
    await turn();
    return wanted.has(job);
  };
  // What is wrong with the file is found, and said, by the reader that was asked.
  await readLastPages(bytes, take).catch(() => {});
  wanted.delete(job);
}

/** The other reader, for one file; null where there is none. */
export function pageHelper(): PageHelper | null {
  const port = other;
  if (port === null) return null;
  const job = ++jobs;
  return {
    start: (bytes, take) => {
      taking.set(job, take);
      port.postMessage({ pages: "read", job, bytes } satisfies PageMessage);
    },
    turn,
    stop: () => {
      taking.delete(job);
      port.postMessage({ pages: "enough", job } satisfies PageMessage);
    },
  };
}

const { port1, port2 } = new MessageChannel();
const turns: (() => void)[] = [];
port1.onmessage = () => turns.shift()?.();

/** Lets messages come in: quicker than a timer, which browsers hold back. */
function turn(): Promise<void> {
  return new Promise((done) => {
    turns.push(done);
    port2.postMessage(null);
  });
}
