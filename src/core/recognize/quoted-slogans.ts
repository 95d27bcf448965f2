import type { Quote } from "./quotes.js";
import type { Reading } from "./reading.js";

/** How a quoted term stands to policy: a formulation, a possible one, or none; with the sign that told. */
export interface QuoteVerdict {
  readonly verdict: "slogan" | "candidate" | "none";
  readonly rule: string;
  readonly cue?: string;
}

const policyNoun =
  /^(?:的)?(?:重大|总体|目标|区域|发展|建设|工作|创新|高质量|专项|三年|五年|科技|现代化|新|总|战略|国家|产业|治理|服务|改革|教育|主题|实践|系列)?(?:战略|工程|行动|计划|规划|建设|发展|方案|目标|要求|理念|格局|布局|体系|机制|模式|政策|改革|制度|方针|思想|原则|部署|任务|攻坚|会战|倡议|举措|措施|路径|思路|定位|方略|精神|方针政策|总要求|总目标|工作法|创建|产业|经济|强省|强市|治理|工作|问题|事业|战役|大局|使命|重托|保障|底线|红线|屏障|通道|试点|示范|品牌|平台|场景|人才|企业|中小企业|项目|基地|集群|走廊|城市群|都市圈|板块|节点|体制|作用|优势|活动|运动|整治|教育|比武|竞赛|清单|专班|改造|转型|提升|培育|融合|联动|并举|齐抓|共治|服务|招商|审批|供应|模式)/;
const policyVerb =
  /(?:实施|推进|办好|推广|落实|坚持|贯彻|践行|打造|构建|建设|聚焦|围绕|深化|实现|推动|推行|加快|锚定|按照|做到|增强|牢固树立|树立|赋予|开展|启动|抓好|做好|抓实|打好|打赢|坚定|坚决|完善|健全|创新|探索|确立|提出|明确|以|将|融入|服务|统筹|持续|全面|深入|大力|努力|积极|扎实|发挥|强化|优化|提升|巩固|拓展|形成|发展|奋力|书写|交出|当好|采取|通过|运用|实行|建立|做实|做优|做强|用好|走好|壮大|培育|履行|守牢|筑牢|夯实|谱写|擦亮|解决|确保|紧盯|对标|瞄准|突出|抢抓|推出|出台|制定|谋划|部署|“|、|”)(?:好|了|出|起|着|成)?(?:全省|全市|新时代|我省|我市|省委|中央|党中央|国家|全国)?$/;
const speechBefore =
  /(?:说|道|问|称|答|表示|指出|强调|写道|回应|喊|感慨|告诉|坦言|认为|要求|直言|笑言|留言|询问|写着|写有|题写|标语|横幅|寄语|批示)(?:[\p{Script=Han}]{0,4})?[：:，,]?$/u;
const namedBefore =
  /(?:名为|称为|叫做|叫作|取名|誉为|称作|名叫|号称|所谓|俗称|昵称|微信群|公众号|小程序|题为|主题为|以|荣获|获评|授予|获|被授予|评为|获得)(?:全国|全省|全市|省|市|国家)?$/;
const thingBefore =
  /(?:荣获|获评|授予|获得|评为|称号|公众号|小程序|名为|取名|叫做|名叫|题为|微信群|视频号|货轮|列车|船舶|航班|台风|APP|机器人|卫星|歌曲|舞蹈|电影|纪录片|小品|话剧|舞剧|节目|书画|展览)$/;
const thingAfter =
  /^(?:号|牌|奖|杯|一词|二字|两个字|三个字|四个字|字样|称号|荣誉|的称号|等称号|商标|公众号|小程序|APP|微信|客户端|网站|网\b|台风|列车|轮|货轮|航班|卫星|火箭|论坛|博览会|展|展览|晚会|演唱会|音乐节|纪念章|勋章|奖章|病毒|案|电信诈骗|骗局|套路|家长|爷爷|奶奶|叔叔|阿姨|妈妈|姐姐|老师|书记$|医生|先生|女士|一书|一文|的歌|歌曲|主题晚会|机器人|系统|软件|大模型|车型|酒|茶|米|票据|式|状|型(?!企业)|字)/;
/** Nouns that make whatever is quoted before them a policy, however short it is. */
const strongNoun =
  /^(?:的)?(?:战略|工程|行动|计划|机制|模式|目标|格局|发展格局|理念|体系|制度|改革|政策|布局|发展布局|规划|倡议|方针|工作法|大文章|这篇文章|这篇大文章|文章|这张牌|专项行动|三年行动|攻坚战|保卫战)/;
const ownNoun =
  /(?:行动|工程|计划|战略|攻坚年|提升年|建设年|落实年|深化年|攻坚|会战|革命|机制|模式|制度|改革|工坊|工作法|走廊|都市圈|经济圈|发展带|高地|屏障|强[国省市县区])$/;
const listOfItems =
  /[一二三四五六七八九十百\d]+(?:条|件事|件实事|大行动|大工程|项行动|项举措|张清单|个一批|个百分百|个不|个到位|统一|同步)$/;
/** What is fought against is named in quotes as well, and is no formulation. */
const evilBefore =
  /(?:反对|防止|纠正|破解|克服|杜绝|避免|不搞|严禁|防范|整治|查处|打击|摒弃|破除|解决|切忌|最怕|警惕|消除|根治|不能|不要|决不|绝不|存在|出现|面临|遭遇|化解|治理|告别|防|怕)(?:了|过|好|那些|一些|各种|种种)?$/;
const evilAfter =
  /^(?:式|等)?(?:的)?(?:问题|难题|现象|顽疾|难点|堵点|痛点|陋习|心态|倾向|怪圈|陷阱|乱象|困境|瓶颈|苗头|作风|歪风|短板|难|弊端|症结|行为|执法|做法|工程、面子)/;
const digitsOf = /[一二三四五六七八九十百千万两双三\d０-９]/g;
const numeral = /^[一二三四五六七八九十百千万两双0-9０-９]/;
const clause = /[。！？!?…；;]|^[我你他她它咱您这那]|[吗呢吧啊呀哦嘛]$|(?:了|的|着)$/;

/** Judges whether a quoted term is a formulation from its words and from those around it. */
export function judgeQuote(reading: Reading, quote: Quote): QuoteVerdict {
  const { text } = reading;
  const lineStart = text.lastIndexOf("\n", quote.start - 2) + 1;
  const before = text.slice(Math.max(lineStart, quote.start - 13), quote.start - 1);
  const after = text.slice(quote.end + 1, quote.end + 13).split("\n")[0] ?? "";
  const inner = quote.text.trim();
  const han = inner.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (inner.length < 2 || han < Math.min(2, inner.length)) return numeralFormula(inner, after);
  if (clause.test(inner) || /[：:《》]/.test(inner)) return { verdict: "none", rule: "quoted-speech" };
  if (/[：:]$/.test(before) || (speechBefore.test(before) && /[，,：:]$/.test(before)))
    return { verdict: "none", rule: "quoted-speech" };
  if (thingBefore.test(before) || thingAfter.test(after))
    return { verdict: "none", rule: "quoted-thing", cue: after.slice(0, 4) };
  if (evilAfter.test(after) || evilBefore.test(before))
    return { verdict: "none", rule: "quoted-problem", cue: after.slice(0, 4) };
  const clauses = inner.split(/[、，, ]/);
  if (clauses.length >= 2) return parallel(clauses, before);
  if (inner.length > 16) return { verdict: "none", rule: "quoted-too-long" };
  const noun = policyNoun.exec(after)?.[0];
  const verb = policyVerb.exec(before)?.[0];
  const numerals = inner.match(digitsOf)?.length ?? 0;
  if (numerals >= 2 && numeral.test(inner) && inner.length <= 12)
    return { verdict: "slogan", rule: "quoted-number-formula" };
  if (numeral.test(inner) && inner.length <= 8 && (noun || (verb && !/^一/.test(inner))))
    return { verdict: "slogan", rule: "quoted-number-formula" };
  if (strongNoun.test(after)) return { verdict: "slogan", rule: "quoted-before-policy-noun", cue: after.slice(0, 4) };
  if (inner.length >= 3 && (ownNoun.test(inner) || listOfItems.test(inner)))
    return { verdict: "slogan", rule: "quoted-programme" };
  if (inner.length >= 3 && inner.length <= 7 && holdsPlace(reading, quote))
    return { verdict: "slogan", rule: "quoted-with-place" };
  if (noun && verb) return { verdict: "slogan", rule: "quoted-in-policy", cue: `${verb}…${noun}` };
  if (noun && inner.length >= 3) return { verdict: "slogan", rule: "quoted-before-policy-noun", cue: noun };
  if (verb && inner.length >= 4 && /^(?:[，。、；,;“]|等)/.test(after))
    return { verdict: "slogan", rule: "quoted-after-policy-verb", cue: verb };
  if (namedBefore.test(before)) return { verdict: "none", rule: "quoted-thing", cue: before.slice(-3) };
  return { verdict: inner.length >= 3 ? "candidate" : "none", rule: "quoted-term" };
}

/** 智造澜江, 电动四川, 购在中国: a coinage built on a place. */
function holdsPlace(reading: Reading, quote: Quote): boolean {
  for (let i = quote.start; i < quote.end; i++) {
    const place = reading.scan.longestAt(i, "place") ?? reading.scan.longestAt(i, "country");
    if (
      place &&
      place.end <= quote.end &&
      place.end - place.start < quote.end - quote.start &&
      place.end - place.start >= 2
    )
      return true;
  }
  return false;
}

/** 1310, 1+1+9, 5G+: figures are a formula only where a policy noun says so. */
function numeralFormula(inner: string, after: string): QuoteVerdict {
  const noun = policyNoun.exec(after)?.[0];
  return /^[\dN+＋×xX.·\-—]{2,}/.test(inner) && noun
    ? { verdict: "slogan", rule: "quoted-number-formula", cue: noun }
    : { verdict: "none", rule: "quoted-figure" };
}

/** A quoted run of clauses: parallel where they are of like length or share their words' shape. */
function parallel(clauses: readonly string[], before: string): QuoteVerdict {
  const lengths = clauses.map((part) => part.length);
  const spread = Math.max(...lengths) - Math.min(...lengths);
  if (spread <= 2 && Math.max(...lengths) <= 14 && Math.min(...lengths) >= 2) {
    return { verdict: "slogan", rule: "quoted-parallel" };
  }
  return policyVerb.test(before)
    ? { verdict: "slogan", rule: "quoted-parallel" }
    : { verdict: "candidate", rule: "quoted-clauses" };
}
