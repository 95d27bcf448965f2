import { existsSync } from "node:fs";
import { join } from "node:path";

/** The least F1 a class may have on a set of gold articles before `--check` fails. */
export type Floors = Readonly<Record<string, number>>;

/**
 * The sets that `--check` measures, with their floors: the project's own two splits, and articles kept beside
 * the project where they are there (`../shared/gold`, or what TIFA_SHARED names).
 */
export function checkedSets(root: string): { readonly folder: string; readonly floors: Floors }[] {
  const shared = join(process.env.TIFA_SHARED ?? join(root, "../shared"), "gold");
  const sets = [
    {
      folder: join(root, "test/gold/development"),
      floors: { official: 0.97, agency: 0.96, slogan: 0.96, byline: 0.96 },
    },
    { folder: join(root, "test/gold/held-out"), floors: { official: 0.95, agency: 0.92, slogan: 0.91, byline: 0.91 } },
  ];
  if (existsSync(shared))
    sets.push({ folder: shared, floors: { official: 0.97, agency: 0.95, slogan: 0.9, byline: 0.97 } });
  else console.log(`${shared} is not here: the articles in it are passed over.`);
  return sets;
}
