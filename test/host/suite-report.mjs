import { stripVTControlCharacters } from "node:util";

/** What the workbench itself logs, next to the suite's lines. */
const workbenchLines =
  /^(Resolv(ing|ed) connection token|Creating a socket|(Updating|Ignoring fetching) additional builtin|\[(reconnection-grace-time|AgentHost|AccountPolicyGate|ChatModelSelection|Service Worker|RemoteAgentHost))/;

/** Prints a suite's console lines and counts what mocha sums up at the end of a run. */
export class SuiteReport {
  #counts = { passing: 0, failing: 0, pending: 0 };

  /** @param {{ verbose: boolean }} options `verbose`: with the workbench's own lines */
  constructor({ verbose }) {
    this.verbose = verbose;
  }

  /**
   * @param {string} text one console message, which may have several lines
   * @returns {string} the same without colours
   */
  accept(text) {
    const plain = stripVTControlCharacters(text);
    if (this.verbose || !workbenchLines.test(plain)) {
      console.log(text);
    }
    for (const [, count, state] of plain.matchAll(/^ +(\d+) (passing|failing|pending)\b/gm)) {
      this.#counts[/** @type {'passing' | 'failing' | 'pending'} */ (state)] += Number(count);
    }
    return plain;
  }

  /**
   * @param {number} code what the suite ended with
   * @returns {number} the exit code: a suite in which nothing passed has not run, whatever it ended with
   */
  exitCode(code) {
    return code === 0 && this.#counts.failing === 0 && this.#counts.passing > 0 ? 0 : code || 1;
  }

  toString() {
    const { passing, failing, pending } = this.#counts;
    return `${passing} passed, ${failing} failed${pending > 0 ? `, ${pending} skipped` : ""}`;
  }
}
