import { expect, it, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import { plainArticle } from "../corpus/support.js";
import { type Connected, connect } from "./connected.js";

const slip = "file:///folder/slip.txt";

function report(day: string, governor: string): string {
  return plainArticle({
    title: "全省工作会议在宁川召开",
    day,
    body: [
      `澜江省人民政府召开全体会议。澜江省委副书记、澜江省省长${governor}主持会议并讲话。`,
      `${governor}强调，要坚持稳中求进工作总基调，推动澜江省高质量发展，全力抓好各项工作落实。`,
    ],
  });
}

/** The codes and severities that were told last of an article. */
function lastOf({ diagnostics }: Connected, uri: string) {
  const told = diagnostics.filter((one) => one.uri === uri).at(-1)?.diagnostics;
  return told?.map(({ code, severity }) => [code, severity]);
}

const patience = { timeout: 10_000, interval: 20 };

function openOthers(connected: Connected): void {
  connected.open("file:///folder/1.txt", report("2022-01-10", "沈书珩"));
  connected.open("file:///folder/2.txt", report("2022-03-02", "沈书珩"));
}

it("checks an open article anew when others have come that tell against it, without an edit", async () => {
  const connected = await connect();
  connected.open(slip, report("2022-05-15", "沈舒珩"));
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([]), patience);
  openOthers(connected);
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([["near-name", 4]]), patience);
  connected.close("file:///folder/1.txt");
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([]), patience);
});

it("offers what can be done about a finding, with it, and about the mention", async () => {
  const connected = await connect();
  openOthers(connected);
  connected.open(slip, report("2022-05-15", "沈舒珩"));
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([["near-name", 4]]), patience);
  const line = report("", "")
    .split("\n")
    .findIndex((one) => one.includes("澜江省委副书记"));
  const character = report("2022-05-15", "沈舒珩").split("\n")[line]?.indexOf("沈舒珩") ?? -1;
  const at = { line, character };
  const range = { start: at, end: { line, character: character + 3 } };
  const ask = (only?: string[]) =>
    connected.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri: slip },
      range: { start: at, end: at },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  const all = await ask();
  expect(all.slice(0, 4).map(({ title, kind, diagnostics }) => [title, kind, diagnostics?.[0]?.code])).toEqual([
    ["Take “沈舒珩” as “沈书珩” in this article", "quickfix", "near-name"],
    ["Take “沈舒珩” as “沈书珩” here", "quickfix", "near-name"],
    ["“沈舒珩” is right: keep it", "quickfix", "near-name"],
    ["Accept “沈舒珩” as official", "refactor", undefined],
  ]);
  expect(all[0]?.command).toEqual({
    title: "Take “沈舒珩” as “沈书珩” in this article",
    command: "tifa.annotate",
    arguments: [
      {
        uri: slip,
        action: {
          kind: "change",
          mention: { range, type: "official" },
          scope: "article",
          to: { entity: "沈书珩" },
        },
      },
    ],
  });
  expect(all.find(({ title }) => title.startsWith("Change"))?.command).toMatchObject({
    command: "tifa.changeMention",
    arguments: [{ uri: slip, range, mention: { range, type: "official" } }],
  });
  expect((await ask(["quickfix"])).map(({ kind }) => kind)).toEqual(["quickfix", "quickfix", "quickfix"]);
  expect(await ask(["source"])).toEqual([]);
});

it("fixes a problem of the file by an edit", async () => {
  const connected = await connect();
  const uri = "file:///folder/unclosed.html";
  const text = "---\ntitle: 调研春耕\n<p>5月3日，澜江省省长丁一禾在宁川市调研春耕备耕工作。</p>\n";
  connected.open(uri, text);
  const start = { line: 0, character: 0 };
  const [fix] = await connected.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  expect(fix?.diagnostics?.[0]?.code).toBe("front-matter-unclosed");
  const at = { line: 2, character: 0 };
  expect(fix?.edit).toEqual({ changes: { [uri]: [{ range: { start: at, end: at }, newText: "---\n" }] } });
});

it("reports as loudly as the reader wants, or not at all", async () => {
  let checks = "warning";
  const connected = await connect({ configuration: () => ({ checks }) });
  openOthers(connected);
  connected.open(slip, report("2022-05-15", "沈舒珩"));
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([["near-name", 2]]), patience);
  checks = "off";
  await connected.client.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await vi.waitFor(() => expect(lastOf(connected, slip)).toEqual([]), patience);
});
