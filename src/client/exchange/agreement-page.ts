import { l10n } from "vscode";
import { type AgreementParams, type AgreementResult, agreementRequest } from "../../protocol/exchange.js";
import type { LanguageServer } from "../language-server.js";
import type { Log } from "../log.js";
import type { PageSource } from "../pages.js";
import { agreementHtml } from "./agreement-html.js";
import { reportOutcome } from "./report-outcome.js";

/**
 * The page of two annotators' agreement. To compare takes a while with many articles: the page is compared anew
 * when its reader asks for it, not whenever an article changes.
 */
export function agreementPage(server: LanguageServer, log: Log, a: string, b: string): PageSource {
  const compared = new Map<string, Promise<AgreementResult | undefined>>();
  const compare = async (settled: boolean): Promise<AgreementResult | undefined> => {
    const params: AgreementParams = { a, b, settled };
    const result = await server.request<AgreementResult>(agreementRequest, params);
    if (result?.done) for (const problem of result.problems) log.channel.warn(problem);
    else void reportOutcome(log, result);
    return result?.done ? result : undefined;
  };
  return {
    key: `agreement ${a} ${b}`,
    async write(links, choices) {
      const settled = choices.get("marks") === "settled";
      const run = Number(choices.get("run") ?? 0);
      const key = `${settled} ${run}`;
      const result = compared.get(key) ?? compare(settled);
      compared.set(key, result);
      const agreement = await result;
      return (
        agreement && {
          title: l10n.t("Agreement"),
          body: agreementHtml(agreement, { settled, run }, links, l10n),
        }
      );
    },
  };
}
