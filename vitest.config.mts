import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts"],
    globalSetup: ["test/unit/support/compile-lexicon.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
