import { expect, it } from "vitest";
import { mentionsMeant, mentionsToRespan } from "../../../src/client/annotation/mentions-meant.js";

const range = (start: number, end: number) => ({
  start: { line: 0, character: start },
  end: { line: 0, character: end },
});
const mention = (type: string, start: number, end: number) => ({ type, range: range(start, end) });
const [first, second, around] = [mention("official", 0, 3), mention("official", 3, 6), mention("place", 0, 6)];

it("a cursor between two mentions means the one that begins there", () => {
  expect(mentionsMeant([first, second], range(3, 3))).toEqual([second]);
});

it("a cursor behind a mention means it where nothing begins", () => {
  expect(mentionsMeant([second], range(6, 6))).toEqual([second]);
});

it("a cursor in two mentions that overlap means both", () => {
  expect(mentionsMeant([first, around], range(1, 1))).toEqual([first, around]);
});

it("a selection means a mention of exactly these words", () => {
  expect(mentionsMeant([first, second, around], range(0, 3))).toEqual([first]);
  expect(mentionsMeant([first, second], range(0, 2))).toEqual([]);
});

it("a selection can be the span of the mentions that it shares words with, and of no others", () => {
  expect(mentionsToRespan([first, second], range(1, 3))).toEqual([first]);
  expect(mentionsToRespan([first, second], range(2, 4))).toEqual([first, second]);
  expect(mentionsToRespan([first, second], range(3, 6))).toEqual([]);
  expect(mentionsToRespan([first], range(3, 5))).toEqual([]);
});
