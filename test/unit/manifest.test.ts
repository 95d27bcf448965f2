import { expect, it } from "vitest";
import manifest from "../../package.json";
import { defaults } from "../../src/client/settings.js";
import { tokenModifiers, tokenTypes } from "../../src/service/semantic-tokens.js";
import { defaultSettings } from "../../src/service/settings.js";

it("the manifest declares every setting that is read, with the same default, and no other", () => {
  const declared: Record<string, { readonly default: unknown }> = Object.assign(
    {},
    ...manifest.contributes.configuration.map(({ properties }) => properties),
  );
  const read = Object.entries({ ...defaults, ...defaultSettings }).map(([name, value]) => [`tifa.${name}`, value]);
  expect(Object.fromEntries(Object.entries(declared).map(([name, setting]) => [name, setting.default]))).toEqual(
    Object.fromEntries(read),
  );
});

it("the manifest declares the semantic tokens of the server", () => {
  expect(manifest.contributes.semanticTokenTypes.map(({ id }) => id)).toEqual(tokenTypes);
  expect(manifest.contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual(tokenModifiers);
});
