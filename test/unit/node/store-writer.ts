/** A process that adds notes to one annotation file: FOLDER NAME COUNT. Prints a line once it has begun. */
import { withRecords } from "../../../src/core/annotation/store.js";
import { AnnotationFolder } from "../../../src/node/annotation-store.js";

async function main(): Promise<void> {
  const [root = "", name = "", count = "0"] = process.argv.slice(2);
  const folder = new AnnotationFolder(root);
  for (let i = 0; i < Number(count); i++) {
    const id = `n-${name}${String(i).padStart(6, "0")}`;
    const text = "批注".repeat(200);
    const note = { id, kind: "note", text, tags: [], replyTo: "n-0", at: "2024-05-01T00:00:00.000Z" } as const;
    await folder.update({ article: "a.txt" }, (store) => withRecords(store, [note]));
    if (i === 0) process.stdout.write("begun\n");
  }
}

void main();
