import type { Analysis } from "../recognize/analysis.js";
import type { Entity } from "../recognize/entity.js";
import type { Mention } from "../recognize/mention.js";
import { contains, type TextSpan } from "../text/spans.js";
import { type DecidedAnalysis, mentionKey, type OwnMention, readerRule } from "./decided.js";
import { squeeze } from "./quoted-text.js";
import { type Addition, type Decision, isMentionType, type MarkType } from "./records.js";

type Marked = Mention | OwnMention;

interface Named {
  readonly entity?: string;
  readonly role?: string;
}

/**
 * The mentions of an article while decisions are applied to them. Mentions of Tifa's classes never overlap:
 * what is put down takes the place of what it overlaps. Marks of the reader's classes lie over everything.
 */
export class MentionBoard {
  private readonly mentions = new Map<string, Marked>();
  /** Which mention of Tifa's classes stands on each character, by its key. */
  private readonly cover = new Map<number, string>();
  private readonly settledBy = new Map<string, Decision | Addition>();
  private readonly rejections = new Map<string, { mention: Marked; by: Decision }>();
  /** The names of entities that only decisions know, by id. */
  private readonly names = new Map<string, string>();

  constructor(private readonly analysis: Analysis) {
    for (const mention of analysis.mentions) this.place(mentionKey(mention), mention);
  }

  all(): Marked[] {
    return [...this.mentions.values()];
  }

  has(span: TextSpan, type: MarkType): boolean {
    return this.mentions.has(mentionKey({ span, type }));
  }

  /** Whether a mention that stands holds the span and more: the longest span names one thing. */
  isInside(span: TextSpan, type: MarkType): boolean {
    const over = isMentionType(type) ? this.mentions.get(this.cover.get(span.start) ?? "") : undefined;
    return over !== undefined && contains(over.span, span) && size(over.span) > size(span);
  }

  /** Marks a span; a mention of the same span and class keeps what the record says nothing of. */
  put(span: TextSpan, type: MarkType, named: Named, by: Decision | Addition): void {
    const key = mentionKey({ span, type });
    const there = this.mentions.get(key) ?? this.rejections.get(key)?.mention;
    const mention = there ? this.renamed(there, named) : this.made(span, type, named);
    if (!mention) return;
    this.rejections.delete(key);
    if (isMentionType(type)) this.clear(span, key);
    this.place(key, mention);
    this.settledBy.set(key, by);
  }

  /** An accepted mention stands even where it is no longer recognised; only then is it named as it was accepted. */
  accept(span: TextSpan, type: MarkType, named: Named, by: Decision): void {
    const key = mentionKey({ span, type });
    this.put(span, type, this.mentions.has(key) || this.rejections.has(key) ? {} : named, by);
  }

  reject(span: TextSpan, type: MarkType, by: Decision): void {
    const key = mentionKey({ span, type });
    const there = this.mentions.get(key);
    if (!there) return;
    this.take(key);
    this.rejections.set(key, { mention: there, by });
  }

  change(
    span: TextSpan,
    type: MarkType,
    to: Named & { readonly span: TextSpan; readonly type: MarkType },
    by: Decision,
  ): void {
    const key = mentionKey({ span, type });
    const there = this.mentions.get(key);
    if (mentionKey(to) !== key) this.take(key);
    const role = to.role ?? there?.role;
    // A name given to the entity of another class, or of other words, is not this one's.
    this.put(
      to.span,
      to.type,
      { ...(to.entity === undefined ? {} : { entity: to.entity }), ...(role === undefined ? {} : { role }) },
      by,
    );
  }

  result(): Omit<DecidedAnalysis, "orphans"> {
    const { analysis } = this;
    if (this.settledBy.size + this.rejections.size === 0)
      return { analysis, own: [], decidedBy: this.settledBy, rejected: [] };
    const sorted = this.all().sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.type < b.type ? -1 : 1),
    );
    const mentions = sorted.filter(isMention);
    return {
      analysis: { ...analysis, mentions, entities: this.entitiesOf(mentions) },
      own: sorted.filter((mention) => !isMention(mention)),
      decidedBy: this.settledBy,
      rejected: [...this.rejections.values()].sort((a, b) => a.mention.span.start - b.mention.span.start),
    };
  }

  private place(key: string, mention: Marked): void {
    this.mentions.set(key, mention);
    if (!isMention(mention)) return;
    for (let i = mention.span.start; i < mention.span.end; i++) this.cover.set(i, key);
  }

  private clear(span: TextSpan, except: string): void {
    for (let i = span.start; i < span.end; i++) {
      const key = this.cover.get(i);
      if (key !== undefined && key !== except) this.take(key);
    }
  }

  private take(key: string): void {
    const mention = this.mentions.get(key);
    this.mentions.delete(key);
    this.settledBy.delete(key);
    if (!mention || !isMention(mention)) return;
    for (let i = mention.span.start; i < mention.span.end; i++) this.cover.delete(i);
  }

  private made(span: TextSpan, type: MarkType, { entity, role }: Named): Marked | undefined {
    const parts = this.analysis.article.map.toFile(span);
    if (parts.length === 0) return undefined;
    const text = this.analysis.article.text.slice(span.start, span.end);
    const entityId = this.nameEntity(type, entity ?? nameIn(text));
    const base = { text, span, parts, entityId, ...(role ? { role } : {}) };
    return isMentionType(type) ? { type, ...base, evidence: { rule: readerRule, score: 1 } } : { type, ...base };
  }

  private renamed(mention: Marked, { entity, role }: Named): Marked {
    const entityId = entity === undefined ? mention.entityId : this.nameEntity(mention.type, entity);
    const { candidate: _, role: had, ...firm } = { candidate: false, ...mention };
    const kept = role ?? had;
    return { ...firm, entityId, ...(kept ? { role: kept } : {}) };
  }

  private nameEntity(type: MarkType, name: string): string {
    const id = `${type}:${name}`;
    this.names.set(id, name);
    return id;
  }

  private entitiesOf(mentions: readonly Mention[]): Map<string, Entity> {
    const entities = new Map<string, Entity>();
    for (const mention of mentions) {
      const known = entities.get(mention.entityId) ?? this.analysis.entities.get(mention.entityId);
      entities.set(mention.entityId, withMention(known ?? this.entityOf(mention), mention));
    }
    return entities;
  }

  private entityOf({ entityId: id, type }: Mention): Entity {
    const name = this.names.get(id) ?? id.slice(id.indexOf(":") + 1);
    return { id, type, name, aliases: [], posts: [], known: "article" };
  }
}

function withMention(entity: Entity, mention: Mention): Entity {
  const shown = squeeze(mention.text);
  const { role } = mention;
  const aliases =
    shown === squeeze(entity.name) || entity.aliases.some((alias) => squeeze(alias) === shown)
      ? entity.aliases
      : [...entity.aliases, nameIn(mention.text)];
  const posts =
    !role || entity.posts.some((post) => post.title === role) ? entity.posts : [...entity.posts, { title: role }];
  return aliases === entity.aliases && posts === entity.posts ? entity : { ...entity, aliases, posts };
}

/** Words without the blanks that a scraper or a typesetter put between Han characters. */
function nameIn(text: string): string {
  return text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "").replace(/\s+/g, " ");
}

function isMention(mention: Marked): mention is Mention {
  return isMentionType(mention.type);
}

function size(span: TextSpan): number {
  return span.end - span.start;
}
