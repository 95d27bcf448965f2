import { readdirSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** Runs every suite beside this file; MOCHA_GREP names the tests to keep to. Rejects when a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, grep: process.env.MOCHA_GREP });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith(".test.js")) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} editor tests failed.`);
}
