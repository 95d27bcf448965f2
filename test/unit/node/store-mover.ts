import { AnnotationFolder } from "../../../src/node/annotation-store.js";

/** Moves the annotations of one article to another and back until it is killed: `node … ROOT FROM TO`. */
const [root = "", from = "", to = ""] = process.argv.slice(2);
const folder = new AnnotationFolder(root);

async function run(): Promise<void> {
  for (let i = 0; ; i++) {
    await folder.move({ article: from }, { article: to });
    await folder.move({ article: to }, { article: from });
    if (i === 0) process.stdout.write("begun\n");
  }
}
void run();
