/** One pending action for each key: a new one takes the place of the old and starts the wait again. */
export class Delays {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly milliseconds: number) {}

  schedule(key: string, action: () => void): void {
    this.cancel(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        action();
      }, this.milliseconds),
    );
  }

  /** Whether there was anything to cancel. */
  cancel(key: string): boolean {
    clearTimeout(this.#timers.get(key));
    return this.#timers.delete(key);
  }

  cancelAll(): void {
    for (const key of [...this.#timers.keys()]) this.cancel(key);
  }
}
