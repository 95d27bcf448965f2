import { expect, it } from "vitest";
import { namedColors } from "../../../src/client/annotation/named-colors.js";
import { classColors } from "../../../src/core/annotation/own-classes.js";
import { english } from "./support.js";

it("the colours that are offered are those that classes without one get", () => {
  expect(namedColors(english).map(({ value }) => value)).toEqual([...classColors]);
});
