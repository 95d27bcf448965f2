import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { cleanUp, copyOf, runChoosing, statesOf, suggestionsOf, told } from "./annotation-support.js";
import { eventually, extension, openArticle, painted, rangeOf, sample, tifa } from "./support.js";

const drill = "04-flood-drill.policy";
const press = (command: string) => vscode.commands.executeCommand(command);

suite("Review", () => {
  teardown(async () => {
    await press("tifa.endReview");
    await cleanUp();
  });

  test("walks through all suggestions in order of place and ends behind the last", async () => {
    const editor = await openArticle(sample(drill));
    const all = await suggestionsOf(editor.document);
    const { review } = (await tifa()).reviewing;
    await startWithAll();
    for (const [i, { text }] of all.entries()) {
      assert.equal(editor.document.getText(editor.selection), text);
      assert.deepEqual(review.state?.progress, { number: i + 1, total: all.length });
      await press(i % 2 === 0 ? "tifa.reviewAccept" : "tifa.reviewReject");
    }
    assert.equal(review.state, undefined);
    assert.deepEqual(await suggestionsOf(editor.document), []);
  });

  test("accepts, rejects, passes over, goes back and takes back", async () => {
    const editor = await openArticle(sample(drill));
    const { document } = editor;
    const all = await suggestionsOf(document);
    const [first, second, third] = all;
    assert.ok(first && second && third);
    const { review } = (await tifa()).reviewing;
    const here = () => review.state?.mention.range;
    await startWithAll();
    await press("tifa.reviewPrevious");
    assert.deepEqual(here(), first.range);
    await press("tifa.reviewNext");
    assert.deepEqual(here(), second.range);
    await press("tifa.reviewReject");
    assert.deepEqual(here(), third.range);
    assert.deepEqual(review.state?.progress, { number: 3, total: all.length });
    await press("tifa.reviewPrevious");
    assert.deepEqual(here(), first.range);
    await press("tifa.reviewUndo");
    assert.deepEqual(here(), second.range);
    assert.equal((await suggestionsOf(document)).length, all.length);
    await press("tifa.reviewUndo");
    assert.deepEqual(here(), second.range);
    assert.match((await told()).message, /Nothing has been decided/);
    await press("tifa.endReview");
    assert.equal(here(), undefined);
    assert.equal((await suggestionsOf(document)).length, all.length);
  });

  test("settles the same words in the whole article by one key", async () => {
    const editor = await openArticle(sample(drill));
    const { review } = (await tifa()).reviewing;
    await startWithAll();
    await goTo("邢望舒");
    await press("tifa.reviewAcceptInArticle");
    assert.notEqual(review.state?.mention.text, "邢望舒");
    assert.deepEqual(await statesOf(editor.document, "邢望舒", 1), ["official accepted"]);
    await goTo("贺青岚");
    await press("tifa.reviewRejectInArticle");
    assert.deepEqual(await statesOf(editor.document, "贺青岚", 1), ["official rejected"]);
  });

  test("changes what it stands on, and decides from the list", async () => {
    const editor = await openArticle(sample(drill));
    const { review } = (await tifa()).reviewing;
    await startWithAll();
    await goTo("宗子昂");
    // The class; person; here.
    await runChoosing("tifa.reviewChange", 0, 3, 0);
    assert.deepEqual(await statesOf(editor.document, "宗子昂"), ["person changed"]);
    assert.notEqual(review.state?.mention.text, "宗子昂");
    const { text = "" } = review.state?.mention ?? {};
    // Reject here.
    await runChoosing("tifa.reviewDecide", 3);
    assert.match((await statesOf(editor.document, text)).join(), /rejected/);
  });

  test("keeps to one class where that is chosen", async () => {
    const editor = await openArticle(sample(drill));
    const all = await suggestionsOf(editor.document);
    const kinds = [...new Set(all.map(({ type, candidate }) => (candidate ? "candidate" : type)))];
    const { review } = (await tifa()).reviewing;
    await runChoosing("tifa.reviewSuggestions", 1 + kinds.indexOf("official"));
    const officials = all.filter(({ type }) => type === "official");
    assert.equal(review.state?.progress.total, officials.length);
    for (const { range } of officials) {
      assert.deepEqual(review.state?.mention.range, range);
      await press("tifa.reviewNext");
    }
    assert.equal(review.state, undefined);
    assert.equal((await suggestionsOf(editor.document)).length, all.length);
  });

  test("keeps its place when the article is edited and analysed anew", async () => {
    const editor = await openArticle(await copyOf(drill, "edited-review.policy"));
    const { document } = editor;
    const { review } = (await tifa()).reviewing;
    await startWithAll();
    await goTo("贺青岚");
    const number = review.state?.progress.number;
    await editor.edit((edit) => {
      edit.insert(rangeOf(document, "6月24日").start, "本报讯\n\n");
      edit.insert(rangeOf(document, "责任编辑").start, "副市长钟离越陪同。\n\n");
    });
    await painted(document);
    const place = rangeOf(document, "贺青岚");
    await eventually(
      () => review.state?.mention,
      (mention) => {
        assert.equal(mention?.text, "贺青岚");
        assert.equal(mention.range.start.line, place.start.line);
      },
    );
    assert.equal(review.state?.progress.number, number);
    await press("tifa.reviewAccept");
    assert.deepEqual(await statesOf(document, "贺青岚"), ["official accepted"]);
  });

  test("ends when another document is shown", async () => {
    await openArticle(sample(drill));
    const { review } = (await tifa()).reviewing;
    await startWithAll();
    assert.ok(review.state);
    await openArticle(sample("03-harvest-meeting.txt"));
    await eventually(
      () => review.state,
      (state) => assert.equal(state, undefined),
    );
  });

  test("goes on to the next article that has suggestions, and reviews alike", async () => {
    const editor = await openArticle(sample(drill));
    const { corpus, reviewing } = await tifa();
    await startWithAll();
    await press("tifa.endReview");
    const order = (await corpus.articles({}))
      .filter(({ counts }) => Object.values(counts).some((count) => count > 0))
      .map(({ uri }) => uri);
    const next = order[(order.indexOf(editor.document.uri.toString()) + 1) % order.length];
    await press("tifa.reviewNextArticle");
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.toString(), next);
    assert.equal(reviewing.review.state?.progress.number, 1);
    assert.equal(shown?.document.getText(shown.selection), reviewing.review.state?.mention.text);
  });

  test("has the keys of a review only while one is on", () => {
    const { keybindings } = extension().packageJSON.contributes as {
      readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
    };
    const bare = keybindings.filter(({ key }) => !/^(?:ctrl|alt)\+|^f\d/.test(key));
    for (const { when } of bare) assert.match(when, /^tifa\.reviewing && editorTextFocus && /);
    const keysOf = (id: string) => bare.filter(({ command }) => command === id).map(({ key }) => key);
    assert.deepEqual(keysOf("tifa.reviewAccept"), ["a", "enter"]);
    assert.deepEqual(keysOf("tifa.reviewReject"), ["x", "delete", "backspace"]);
    assert.deepEqual(keysOf("tifa.endReview"), ["escape"]);
    const keys = bare.map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});

async function startWithAll(): Promise<void> {
  await runChoosing("tifa.reviewSuggestions", 0);
}

/** Passes suggestions over until the review stands on these words. */
async function goTo(words: string): Promise<void> {
  const { review } = (await tifa()).reviewing;
  while (review.state && review.state.mention.text !== words) await press("tifa.reviewNext");
  assert.ok(review.state, `no suggestion “${words}”`);
}
