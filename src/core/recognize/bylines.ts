import type { Article } from "../article/article.js";
import type { Draft } from "./reading.js";

/** The persons that an article's credits name. */
export function proposeBylines(article: Article): Draft[] {
  return article.credits
    .filter(
      (credit) =>
        credit.role === "reporter" ||
        credit.role === "editor" ||
        (credit.role === "author" && /^\p{Script=Han}{2,4}$/u.test(credit.value)),
    )
    .map((credit) => ({
      type: "byline",
      start: credit.span.start,
      end: credit.span.end,
      rule: `credit-${credit.role}`,
      score: 1,
      entityName: credit.value,
    }));
}
