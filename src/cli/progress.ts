/** A line on standard error that says how far a command is; only where somebody looks at it. */
export class Progress {
  private readonly name: string;
  private shown = -1;

  constructor(name: string) {
    this.name = name;
  }

  /** @param done 0..1 */
  show(done: number): void {
    const percent = Math.floor(100 * done);
    if (!process.stderr.isTTY || percent === this.shown) return;
    this.shown = percent;
    process.stderr.write(`\r${this.name}: ${percent}%`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.shown >= 0) process.stderr.write("\r\u001b[K");
  }
}
