import { describe, expect, it } from "vitest";
import { arrange, countEntities, groupsOf } from "../../../src/client/entity-order.js";
import type { EntityNode, EntityTree } from "../../../src/protocol/protocol.js";

const entity = (name: string, line: number): EntityNode => ({
  id: name,
  name,
  mentions: [
    { range: { start: { line, character: 0 }, end: { line, character: 2 } }, before: "", text: name, after: "" },
  ],
});
const facility = { id: "facility", name: "水利设施", color: "#009e73" };
const tree: EntityTree = {
  uri: "file:///a.policy",
  version: 1,
  form: "plain",
  groups: [{ type: "official", entities: [entity("邢望舒", 3)] }],
  own: [{ ...facility, entities: [entity("小型水库", 9), entity("望江堤段", 2)] }],
};

describe("the entities view", () => {
  it("lists the reader's own classes behind Tifa's, with what they are called", () => {
    expect(groupsOf(tree).map(({ type, own }) => [type, own?.name])).toEqual([
      ["official", undefined],
      ["facility", "水利设施"],
    ]);
    expect(countEntities(groupsOf(tree))).toBe(3);
  });

  it("sorts and filters them alike", () => {
    const names = (filter: string) =>
      arrange(tree, "place", filter).flatMap(({ entities }) => entities.map(({ name }) => name));
    expect(names("")).toEqual(["邢望舒", "望江堤段", "小型水库"]);
    expect(names("水库")).toEqual(["小型水库"]);
  });
});
