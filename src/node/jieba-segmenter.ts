import { Worker } from "node:worker_threads";
import type { Segmenter, Word } from "../service/ports.js";
import { type JiebaFiles, jiebaFiles, requireHere } from "./nodejieba-files.js";
import { type BareWord, wordSpans } from "./word-spans.js";

interface Answer {
  readonly id: number;
  readonly words?: readonly BareWord[];
  readonly error?: string;
}

/**
 * What the thread runs. Loading takes more than a second and cannot be interrupted: on a thread of its own
 * it keeps nobody waiting. It is kept as text so that every bundle carries it without a file beside it.
 */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const jieba = require(workerData.module);
jieba.load(workerData.files);
parentPort.on("message", ({ id, text }) => {
  try {
    parentPort.postMessage({ id, words: jieba.tag(text) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.message || error) });
  }
});
`;

/**
 * Words by nodejieba, which is loaded at the first text and never again: what it takes is not given back.
 * Where it cannot be loaded every call rejects with the same reason, one sentence without a full stop.
 */
export class JiebaSegmenter implements Segmenter {
  #worker: Worker | undefined;
  #failure: Error | undefined;
  #lastId = 0;
  readonly #waiting = new Map<
    number,
    { resolve: (words: readonly BareWord[]) => void; reject: (error: Error) => void }
  >();
  readonly #locate: () => { readonly module: string; readonly files: JiebaFiles };

  /** `locate` finds the module and its dictionaries, or throws. */
  constructor(locate = () => ({ module: requireHere.resolve("nodejieba"), files: jiebaFiles() })) {
    this.#locate = locate;
  }

  async segment(text: string): Promise<readonly Word[]> {
    if (text === "") return [];
    return wordSpans(text, await this.#ask(text));
  }

  #ask(text: string): Promise<readonly BareWord[]> {
    if (this.#failure) return Promise.reject(this.#failure);
    let worker: Worker;
    try {
      worker = this.#worker ??= this.#start();
    } catch (error) {
      this.#failure = new Error(reasonOf(error));
      return Promise.reject(this.#failure);
    }
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, text });
    });
  }

  #start(): Worker {
    const worker = new Worker(program, { eval: true, workerData: this.#locate() });
    worker.on("message", (answer: Answer) => this.#settle(answer));
    worker.on("error", (error) => this.#fail(error));
    worker.on("exit", (code) => this.#fail(new Error(`its thread ended with code ${code}`)));
    // An idle thread does not keep a process from ending.
    worker.unref();
    return worker;
  }

  #settle({ id, words, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (words) waiting?.resolve(words);
    else waiting?.reject(new Error(error ?? "no words came back"));
  }

  #fail(error: unknown): void {
    this.#failure ??= new Error(reasonOf(error));
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

function reasonOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
  return `nodejieba cannot be loaded (${message.replace(/[.\s]+$/, "")})`;
}
