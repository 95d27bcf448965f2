import type { OwnClass } from "../core/annotation/own-classes.js";
import type { MarkType, Scope } from "../core/annotation/records.js";
import type { MentionType } from "../core/recognize/mention.js";
import { mentionTypes } from "../core/recognize/mention.js";
import type { Locale } from "./locale.js";
import { messagesFor } from "./messages.js";

/** What is told of the reader's own actions, once for each language. */
export interface AnnotationMessages {
  readonly accepted: (words: string, type: string) => string;
  readonly acceptedAll: (count: number) => string;
  readonly rejected: (words: string, type: string) => string;
  readonly changed: (words: string) => string;
  readonly marked: (words: string, type: string) => string;
  readonly noted: string;
  readonly answered: string;
  readonly noteChanged: string;
  readonly noteResolved: (resolved: boolean) => string;
  readonly related: (from: string, to: string) => string;
  readonly removed: (count: number) => string;
  readonly attached: (words: string) => string;
  readonly moved: (article: string) => string;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly verdicts: Readonly<Record<"accept" | "reject" | "change" | "add", string>>;
  readonly by: (verdict: string, name: string) => string;
  readonly judgement: string;
  readonly relations: string;
  readonly undone: (label: string) => string;
  readonly redone: (label: string) => string;
  readonly leftAlone: (count: number) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly failed: string;
  readonly noMention: string;
  readonly noWords: string;
  readonly noRecord: string;
  readonly emptyNote: string;
  readonly sameMention: string;
  readonly unknownClass: (id: string) => string;
  readonly nothingToChange: string;
  readonly noFolder: string;
  readonly notOnDisk: string;
  readonly notAnArticle: string;
}

const en: AnnotationMessages = {
  accepted: (words, type) => `Accepted “${words}” as ${type}`,
  acceptedAll: (count) => (count === 1 ? "Accepted one suggestion" : `Accepted ${count} suggestions`),
  rejected: (words, type) => `Rejected “${words}” as ${type}`,
  changed: (words) => `Changed “${words}”`,
  marked: (words, type) => `Marked “${words}” as ${type}`,
  noted: "Added a note",
  answered: "Answered a note",
  noteChanged: "Changed a note",
  noteResolved: (resolved) => (resolved ? "Resolved a note" : "Reopened a note"),
  related: (from, to) => `Related “${from}” to “${to}”`,
  removed: (count) => (count === 1 ? "Removed an annotation" : `Removed ${count} annotations`),
  attached: (words) => `Attached an annotation to “${words}”`,
  moved: (article) => `Moved the annotations to ${article}`,
  scopes: { mention: "", article: "in this article", workspace: "in every article" },
  verdicts: { accept: "accepted", reject: "rejected", change: "changed", add: "marked" },
  by: (verdict, name) => `${verdict} by ${name}`,
  judgement: "Judgement",
  relations: "Relations",
  undone: (label) => `Undone: ${label}`,
  redone: (label) => `Done again: ${label}`,
  leftAlone: (count) =>
    `${count === 1 ? "one change was" : `${count} changes were`} left as they are, because the same annotations have been changed since`,
  nothingToUndo: "There is no annotation of this session to undo.",
  nothingToRedo: "There is no annotation to do again.",
  failed: "That did not succeed; the log (Tifa: Show Log) says why.",
  noMention: "There is no such mention here any more; put the cursor on it and try again.",
  noWords: "The selection shows no words of the article; select some and try again.",
  noRecord: "That annotation is no longer there.",
  emptyNote: "The note is empty; write something first.",
  sameMention: "A mention cannot be related to itself; choose another one.",
  unknownClass: (id) => `There is no class “${id}”; declare it in .tifa/lexicon.yaml first.`,
  nothingToChange: "That would change nothing.",
  noFolder:
    "Annotations are kept beside the articles: open the folder that holds this article (File > Open Folder), then annotate.",
  notOnDisk:
    "Annotations cannot be saved here, because this folder is not on a disk that Tifa can write to; copy the articles to a local folder and open that.",
  notAnArticle: "This file is not open as a policy article.",
};

const zh: AnnotationMessages = {
  accepted: (words, type) => `已确认“${words}”为${type}`,
  acceptedAll: (count) => `已确认 ${count} 处建议`,
  rejected: (words, type) => `已否决“${words}”为${type}`,
  changed: (words) => `已修改“${words}”`,
  marked: (words, type) => `已将“${words}”标为${type}`,
  noted: "已添加批注",
  answered: "已回复批注",
  noteChanged: "已修改批注",
  noteResolved: (resolved) => (resolved ? "已解决批注" : "已重新打开批注"),
  related: (from, to) => `已建立“${from}”与“${to}”的关系`,
  removed: (count) => `已删除 ${count} 条标注`,
  attached: (words) => `已将标注重新附于“${words}”`,
  moved: (article) => `已将标注移到 ${article}`,
  scopes: { mention: "", article: "本文各处", workspace: "所有文章" },
  verdicts: { accept: "已确认", reject: "已否决", change: "已修改", add: "手工标注" },
  by: (verdict, name) => `${name}${verdict}`,
  judgement: "判定",
  relations: "关系",
  undone: (label) => `已撤销：${label}`,
  redone: (label) => `已重做：${label}`,
  leftAlone: (count) => `有 ${count} 处保持原样，因为同一标注此后已被改动`,
  nothingToUndo: "本次会话没有可撤销的标注。",
  nothingToRedo: "没有可重做的标注。",
  failed: "操作未成功；原因见日志（Tifa：显示日志）。",
  noMention: "此处已没有这一提及；请把光标放在上面再试。",
  noWords: "所选内容没有文章文字；请选中文字后再试。",
  noRecord: "该标注已不存在。",
  emptyNote: "批注为空；请先写些内容。",
  sameMention: "不能把一处提及与其自身建立关系；请另选一处。",
  unknownClass: (id) => `没有类别“${id}”；请先在 .tifa/lexicon.yaml 中声明。`,
  nothingToChange: "没有需要改动之处。",
  noFolder: "标注保存在文章所在的文件夹里：请先打开该文章所在的文件夹（文件 > 打开文件夹），再作标注。",
  notOnDisk: "此处无法保存标注，因为该文件夹不在 Tifa 可写入的磁盘上；请把文章复制到本地文件夹后打开。",
  notAnArticle: "此文件未作为政策文章打开。",
};

export function annotationMessagesFor(locale: Locale): AnnotationMessages {
  return locale === "en" ? en : zh;
}

/** What a class is called in a sentence. */
export function className(type: MarkType, classes: readonly OwnClass[], locale: Locale): string {
  const known = mentionTypes.find((one): one is MentionType => one === type);
  if (known) return messagesFor(locale).types[known];
  return classes.find(({ id }) => id === type)?.name[locale] ?? type;
}
