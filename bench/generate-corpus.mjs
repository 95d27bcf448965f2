// Generates a folder of policy articles of both forms: invented people in changing posts, formulations that come and go,
// meetings with asks, answers and agreements. The same seed gives the same folder.
//
//   node bench/generate-corpus.mjs --count 10000 --seed 1 --out FOLDER

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as words from "./generated-words.mjs";

const firstMonth = { year: 2021, month: 7 };

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  constructor(seed) {
    this.random = randomFrom(seed);
  }
  /** An integer from `low` up to and without `high`. */
  between(low, high) {
    return low + Math.floor(this.random() * (high - low));
  }
  pick(list) {
    return list[this.between(0, list.length)];
  }
  some(list, count) {
    const rest = [...list];
    const chosen = [];
    while (chosen.length < count && rest.length > 0) chosen.push(rest.splice(this.between(0, rest.length), 1)[0]);
    return chosen;
  }
}

/** Who holds which office in which month. Offices change hands after one to two and a half years. */
function castWorld(dice, months) {
  const used = new Set();
  const newName = () => {
    for (;;) {
      const name =
        dice.pick(words.surnames) +
        (dice.random() < 0.35 ? "" : dice.pick(words.givenFirst)) +
        dice.pick(words.givenSecond);
      if (name.length < 2 || used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
  const fill = (role) => {
    const holders = [];
    let name = newName();
    let until = dice.between(8, 30);
    for (let month = 0; month < months; month++) {
      if (month === until) {
        name = newName();
        until += dice.between(12, 30);
      }
      holders.push({ name, role });
    }
    return holders;
  };
  return {
    provincial: words.provincialOffices.map(fill),
    cities: words.cities.map((city) => ({
      city,
      secretary: fill(`${city}委书记`),
      mayor: fill(`${city}委副书记、市长`),
      deputy: fill(`${city}副市长`),
    })),
    guests: words.guestOffices.map(([organ, title]) => ({ organ, holders: fill(`${organ}${title}`) })),
    companies: words.companyStems.flatMap((stem, i) =>
      words.companyTails.map((tail, j) => {
        const name = `${words.cities[(i + j) % words.cities.length].slice(0, 2)}${stem}${tail}`;
        return { name, holders: fill(`${name}董事长`) };
      }),
    ),
    // Two people of one name in two provinces at one time.
    namesakes: [fill("广东省副省长"), fill("四川省副省长")].map((holders) =>
      holders.map(({ role }) => ({ name: "王海宁", role })),
    ),
  };
}

function monthOf(index) {
  const all = firstMonth.year * 12 + firstMonth.month - 1 + index;
  return { year: Math.floor(all / 12), month: (all % 12) + 1 };
}

const two = (number) => String(number).padStart(2, "0");
const called = ({ role, name }) => role + name;
/** The first of the province's officials in an article is named with the province. */
const introduced = ({ role, name }) =>
  (/^(?:副省长|常务)/.test(role) ? words.province : words.province.slice(0, -1)) + role + name;

function sloganAt(dice, month) {
  const pool = [
    ...words.lasting,
    ...words.passing.filter(({ from, to }) => from <= month && month < to).map(({ term }) => term),
  ];
  return dice.pick(pool);
}

/** One article before it is given a form: a headline, paragraphs, and what they hold. */
function composeTalks(dice, world, month, date) {
  const [secretary, governor] = [world.provincial[0][month], world.provincial[1][month]];
  const guests = dice
    .some(world.guests, dice.between(1, 4))
    .map(({ organ, holders }) => ({ organ, ...holders[month] }));
  const others = dice.some(world.provincial.slice(2), 4).map((holders) => holders[month]);
  const slogan = () => sloganAt(dice, month);
  const paragraphs = [
    `${date.month}月${date.day}日，${introduced(secretary)}，${called(governor)}在北京分别与${guests.map(({ organ }) => organ).join("、")}举行工作会谈，围绕${slogan()}和${dice.pick(words.fields)}等事项当面对接。`,
  ];
  for (const guest of guests) {
    paragraphs.push(
      `在与${called(guest)}会谈时，${secretary.name}、${governor.name}对${guest.organ}长期给予澜江的支持表示感谢。${secretary.name}指出，全省上下正深入贯彻${slogan()}，全面落实${slogan()}，加快打造${sloganAt(dice, month)}，在${dice.pick(words.fields)}、${dice.pick(words.fields)}等领域取得新的进展。希望${guest.organ}在${dice.pick(words.fields)}方面${dice.pick(words.deeds)}，支持澜江${dice.pick(words.deeds)}，助力${slogan()}。${guest.name}表示，${guest.organ}将立足职能，围绕${slogan()}，支持澜江${dice.pick(words.deeds)}，推动${dice.pick(words.fields)}合作走深走实。`,
    );
  }
  paragraphs.push(`${others.map(called).join("，")}参加有关活动。`);
  return {
    title: `${secretary.name}${governor.name}与${guests[0].organ}等举行工作会谈 共商${dice.pick(words.fields)}合作`,
    paragraphs,
    people: [secretary, governor, ...guests, ...others],
    meetings: guests.map((guest) => ({ hosts: [secretary.name, governor.name], guest: guest.name })),
  };
}

function composeReception(dice, world, month, date) {
  const host = world.provincial[dice.between(0, 3)][month];
  const company = dice.pick(world.companies);
  const guest = company.holders[month];
  const place = dice.pick(words.cities);
  const others = dice.some(world.provincial.slice(3), 3).map((holders) => holders[month]);
  const slogan = () => sloganAt(dice, month);
  return {
    title: `${host.name}会见${company.name}董事长${guest.name}`,
    paragraphs: [
      `${date.month}月${date.day}日，${introduced(host)}在${place.slice(0, 2)}会见${called(guest)}一行，双方就${dice.pick(words.fields)}项目交换意见。`,
      `${host.name}对${guest.name}一行的到来表示欢迎。${host.name}说，澜江坚持${slogan()}，大力实施${slogan()}，持续优化${slogan()}，为各类企业提供广阔空间。希望${company.name}${dice.pick(words.deeds)}，把更多${dice.pick(words.fields)}项目放在澜江，在${slogan()}中发挥更大作用。`,
      `${guest.name}表示，${company.name}将抢抓${slogan()}机遇，在${dice.pick(words.fields)}领域追加投资，为${slogan()}作出贡献。`,
      `会见后，${place}人民政府与${company.name}签署${dice.pick(words.fields)}战略合作协议。${others.map(called).join("，")}参加会见。`,
    ],
    people: [host, guest, ...others],
    meetings: [{ hosts: [host.name], guest: guest.name }],
  };
}

function composeVisit(dice, world, month, date) {
  const place = dice.pick(world.cities);
  const leader = world.provincial[dice.between(0, 6)][month];
  const [secretary, mayor] = [place.secretary[month], place.mayor[month]];
  const companies = dice.some(world.companies, 3);
  const slogan = () => sloganAt(dice, month);
  return {
    title: `${leader.name}在${place.city}调研时强调 以${dice.pick(words.fields)}为抓手推动${slogan().replace(/[“”]/g, "")}`,
    paragraphs: [
      `${date.month}月${date.day}日，${introduced(leader)}到${place.city}调研。他强调，要坚决落实省委、省政府部署，牢牢把握${slogan()}这个首要任务，完整准确全面贯彻${slogan()}，以${slogan()}为牵引，努力在${dice.pick(words.fields)}上取得更大突破。`,
      ...companies.map(
        ({ name, holders }) =>
          `在${name}，${leader.name}走进车间，向${name}董事长${holders[month].name}了解${dice.pick(words.fields)}产品研发和市场销售情况，鼓励企业坚定信心，争当${slogan()}排头兵。他要求有关部门主动靠前服务，落实好${slogan()}各项举措，帮助企业解决实际困难。`,
      ),
      `${leader.name}指出，${place.city}区位优越、基础良好，要锚定${slogan()}目标，统筹推进${slogan()}和${slogan()}，扎实做好民生保障、防灾减灾、安全生产等工作，一件事情接着一件事情办，一年接着一年干。`,
      `${called(secretary)}，${called(mayor)}参加调研。`,
    ],
    people: [leader, secretary, mayor],
    meetings: [],
  };
}

function composeConference(dice, world, month, date) {
  const chair = world.provincial[dice.between(0, 2)][month];
  const speakers = dice.some(world.provincial.slice(2), 5).map((holders) => holders[month]);
  const city = dice.pick(world.cities);
  const namesake = dice.pick(world.namesakes)[month];
  const slogan = () => sloganAt(dice, month);
  return {
    title: `全省${dice.pick(words.fields)}工作推进会召开`,
    paragraphs: [
      `${date.month}月${date.day}日，全省${dice.pick(words.fields)}工作推进会在${city.city}召开。${introduced(chair)}出席会议并讲话，强调要深入践行${slogan()}，聚焦${slogan()}，一体推进${slogan()}，为建设现代化澜江提供支撑。`,
      ...speakers.map(
        (speaker) =>
          `${called(speaker)}在会上通报了有关工作进展，提出下一步要围绕${slogan()}细化任务清单，在${dice.pick(words.fields)}等方面${dice.pick(words.deeds)}，把${slogan()}落到实处。`,
      ),
      `会议强调，要坚持目标导向和问题导向相统一，落实${slogan()}，做好${slogan()}，以实际成效检验工作。${called(city.mayor[month])}，${called(city.deputy[month])}作交流发言。`,
      `${called(namesake)}应邀出席并介绍经验。`,
    ],
    people: [chair, ...speakers, city.mayor[month], city.deputy[month], namesake],
    meetings: [],
  };
}

const kinds = [composeTalks, composeReception, composeVisit, composeVisit, composeConference];

function asFrontMatter(dice, { title, paragraphs }, { year, month, day }, outlet, reporter) {
  const stamp = new Date(
    Date.UTC(year, month - 1, day, dice.between(1, 14), dice.between(0, 60), dice.between(0, 60)),
  ).toUTCString();
  const body = paragraphs.map((paragraph, i) => {
    const marked =
      i === 1
        ? paragraph.replace(
            /([\u4e00-\u9fff])(产业|发展|合作)/,
            '$1<span id="key_1"><a href="https://news.example/key" class="keyword">$2</a></span>',
          )
        : paragraph;
    return `<p>　　${marked}${i === paragraphs.length - 1 ? `（记者 ${reporter}）` : ""}</p>`;
  });
  return `\n---\ntitle: '${title}'\ncategories: \n - 要闻\n - 时政\nauthor: ${outlet}\ncomments: false\ndate: ${stamp}\n---\n\n<div>   \n<p>　　来源：${outlet}</p>\n${body.join("\n")}\n<style>\n.share &#123;float:left;&#125;\n</style>\n<p class="article-editor">责任编辑：${dice.pick(words.reporters)} </p>\n</div>\n`;
}

function asPlain(dice, { title, paragraphs }, { year, month, day }, outlet, reporter) {
  const clock = `${two(dice.between(7, 23))}:${two(dice.between(0, 60))}:${two(dice.between(0, 60))}`;
  const body = paragraphs.map((paragraph) => `  ${paragraph}`).join("\n\n");
  return `要闻    |    市州    |    视频    |    专题\n\n${title}\n${year}-${two(month)}-${two(day)} ${clock}  来源:${outlet}  责编:${dice.pick(words.reporters)}\n\n${body}(记者${reporter})\n\n版权声明\n\n凡本网注明来源的作品,未经书面授权不得转载。\n`;
}

export function* generateCorpus({ count, seed = 1, months = 36 }) {
  const dice = new Dice(seed);
  const world = castWorld(dice, months);
  for (let i = 0; i < count; i++) {
    const month = dice.between(0, months);
    const { year, month: number } = monthOf(month);
    const date = { year, month: number, day: dice.between(1, 29) };
    const article = dice.pick(kinds)(dice, world, month, date);
    const plain = dice.random() < 0.4;
    const outlet = dice.pick(words.outlets);
    const day = `${year}-${two(number)}-${two(date.day)}`;
    yield {
      path: `${year}-${two(number)}/${day}-${String(i + 1).padStart(5, "0")}.txt`,
      content: (plain ? asPlain : asFrontMatter)(dice, article, date, outlet, dice.pick(words.reporters)),
      day,
      form: plain ? "plain" : "front-matter",
      people: article.people.map(({ name, role }) => ({ name, role })),
      meetings: article.meetings.map((meeting) => ({ ...meeting, day })),
    };
  }
}

function main() {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      months: { type: "string", default: "36" },
      out: { type: "string" },
    },
  });
  if (!values.out) {
    console.error("Say where to write: node bench/generate-corpus.mjs --count 10000 --seed 1 --out FOLDER");
    process.exitCode = 2;
    return;
  }
  let written = 0;
  for (const article of generateCorpus({
    count: Number(values.count),
    seed: Number(values.seed),
    months: Number(values.months),
  })) {
    const file = join(values.out, article.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, article.content);
    written++;
  }
  console.log(`${written} articles in ${values.out}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
