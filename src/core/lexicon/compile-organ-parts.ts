import type { DepartmentOf, Guard, OrganDomain, OrganParts, OrganTemplate } from "./entries.js";

/** The shape of lexicon/organ-parts.yaml, as far as it is read. */
export interface OrganPartsSource {
  readonly domains?: readonly DomainSource[];
  readonly fixed?: readonly { full: string; forms: readonly string[] }[];
  readonly numbered?: readonly { form: string }[];
  readonly "committee-departments"?: Readonly<Record<string, readonly DepartmentSource[]>>;
  readonly "ministry-departments"?: readonly { name: string }[];
  readonly "foreign-organs"?: readonly { name: string }[];
  readonly guards?: readonly GuardSource[];
}
interface DomainSource {
  readonly name: string;
  readonly suffixes: readonly string[];
  readonly short?: Readonly<Record<string, readonly string[]>>;
  readonly bare?: readonly string[];
}
interface DepartmentSource {
  readonly name: string;
  readonly short?: readonly string[];
  readonly place?: boolean;
  readonly own?: boolean;
}
interface GuardSource {
  readonly ending?: string;
  readonly name?: string;
  readonly "not-before"?: readonly string[];
  readonly "not-after"?: readonly string[];
}

const numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六".split(" ");

/** Flattens the parts of organs' names: one entry for each wording, templates cut at the place. */
export function compileOrganParts(source: OrganPartsSource): OrganParts {
  return {
    domains: (source.domains ?? []).flatMap(domainsOf),
    templates: [
      ...(source.fixed ?? []).flatMap(({ full, forms }) => forms.flatMap((form) => templatesOf(form, full))),
      ...(source.numbered ?? []).flatMap(({ form }) => templatesOf(form, form)),
    ],
    departments: Object.entries(source["committee-departments"] ?? {}).flatMap(([of, list]) =>
      list.flatMap((department) =>
        [department.name, ...(department.short ?? [])].flatMap(numbered).map((name) => ({
          name,
          of: of as DepartmentOf,
          own: department.own === true,
          place: department.place === true,
        })),
      ),
    ),
    bureaus: (source["ministry-departments"] ?? []).map(({ name }) => name),
    foreign: (source["foreign-organs"] ?? []).map(({ name }) => name),
    guards: (source.guards ?? []).map(guardOf),
  };
}

function domainsOf(source: DomainSource): OrganDomain[] {
  const bare = source.bare ?? [];
  const forms = Object.entries({ [source.name]: source.suffixes, ...source.short });
  return forms.map(([name, suffixes]) => ({
    name,
    full: source.name,
    suffixes: [...suffixes].sort((a, b) => b.length - a.length),
    bare: suffixes.filter((suffix) => bare.includes(suffix)),
  }));
}

/** `中共{place}委` gives the prefix 中共 and the rest 委; a form with two places is left out, one with a number is repeated. */
function templatesOf(form: string, full: string): OrganTemplate[] {
  return numbered(form).flatMap((text): OrganTemplate[] => {
    const [prefix, rest, more] = text.split("{place}");
    if (prefix === undefined || more !== undefined) return [];
    if (rest === undefined) return [{ prefix: "", rest: prefix, full, placed: false }];
    return rest === "" ? [] : [{ prefix, rest, full, placed: true }];
  });
}

function numbered(text: string): string[] {
  return text.includes("{n}") ? numerals.map((n) => text.replaceAll("{n}", n)) : [text];
}

function guardOf(source: GuardSource): Guard {
  return {
    ...(source.ending ? { ending: source.ending } : {}),
    ...(source.name ? { name: source.name } : {}),
    notBefore: source["not-before"] ?? [],
    notAfter: source["not-after"] ?? [],
  };
}
