import { describe, expect, it } from "vitest";
import { type MeetingView, meetingsAcross, meetingsOf } from "../../../src/core/corpus/meeting-views.js";
import { frontMatterArticle } from "../support/articles.js";
import { indexOf, plainArticle, recordOf } from "./support.js";

const lead = "3月14日至15日,澜江省委书记林牧川,省委副书记、省长顾安率队赴北京开展对接,推动澜江省重点项目建设。";

function meetings(...body: string[]): MeetingView[] {
  return meetingsOf(
    recordOf(plainArticle({ title: "林牧川顾安率队赴京开展工作对接", day: "2023-03-16", body: [lead, ...body] })),
  );
}

const names = (parties: MeetingView["hosts"]) => parties.map(({ name }) => name);
const said = (meeting: MeetingView | undefined) =>
  meeting?.statements.map(({ kind, side, speakers, text }) => `${kind} ${side} ${speakers.join("、")}: ${text}`);

describe("meetings", () => {
  it("在与X会谈时: hosts behind the cue, an ask and the answer to it, day and place from the lead", () => {
    const [meeting, ...rest] = meetings(
      "在与工业和信息化部党组书记、部长高明会谈时,林牧川、顾安感谢工业和信息化部的帮助。林牧川说,全省正在做强制造业。希望工业和信息化部在数字化改造上多给指导。高明表示,将立足澜江实际,支持制造业转型。",
    );
    expect(rest).toEqual([]);
    expect(names(meeting?.hosts ?? [])).toEqual(["林牧川", "顾安"]);
    expect(meeting?.guests.map(({ name, role }) => [name, role])).toEqual([["高明", "工业和信息化部党组书记、部长"]]);
    expect(meeting?.hosts[1]?.role).toBe("省委副书记、省长");
    expect([meeting?.cue, meeting?.day, meeting?.until, meeting?.dayStated, meeting?.place]).toEqual([
      "会谈",
      "2023-03-14",
      "2023-03-15",
      true,
      "北京",
    ]);
    expect(said(meeting)).toEqual([
      "ask host 林牧川: 希望工业和信息化部在数字化改造上多给指导",
      "answer guest 高明: 将立足澜江实际,支持制造业转型",
    ]);
  });

  it("X与Y举行会谈: the guest's own ask, and a sentence that goes on with a speech", () => {
    const [meeting] = meetings(
      "林牧川、顾安一起与国家能源局党组书记、局长安定举行会谈,希望国家能源局支持抽水蓄能电站布局。安定充分肯定澜江能源工作,表示国家能源局一定做好服务。将尽快派专家实地论证。希望澜江守住能源保供底线。",
    );
    expect(said(meeting)).toEqual([
      "ask host 林牧川、顾安: 希望国家能源局支持抽水蓄能电站布局",
      "answer guest 安定: 国家能源局一定做好服务。将尽快派专家实地论证",
      "ask guest 安定: 希望澜江守住能源保供底线",
    ]);
  });

  it("X与Y会谈并共同见证双方签署…: an agreement of the two sides", () => {
    const [meeting] = meetings(
      "顾安与国家开发银行党委书记、董事长鲁维民会谈并共同见证双方签署合作备忘录,希望国家开发银行扩大中长期贷款投放。鲁维民表示,将优先保障澜江项目。",
    );
    expect(names(meeting?.hosts ?? [])).toEqual(["顾安"]);
    expect(meeting?.agreements.map(({ title, parties }) => [title, parties])).toEqual([["合作备忘录", []]]);
    expect(said(meeting)).toHaveLength(2);
  });

  it("会见X一行: report over several paragraphs, signing by others, who took part", () => {
    const [meeting, ...rest] = meetings(
      "3月14日,林牧川在宁川会见中国华电集团党组书记、董事长江一川一行,双方就合作事项交换意见。",
      "林牧川对江一川一行来到澜江表示欢迎。他说,能源是发展的基础。希望中国华电集团加快项目建设。我们一定做好各项服务。",
      "江一川感谢澜江的支持。他说,中国华电集团将把更多优质项目放在澜江。",
      "会见后,四川省国资委与东方电气集团签署人才共育备忘录。省政府秘书长苏伟参加会见。",
    );
    expect(rest).toEqual([]);
    expect(meeting?.place).toBe("宁川");
    expect(said(meeting)).toEqual([
      "ask host 林牧川: 希望中国华电集团加快项目建设",
      "answer host 林牧川: 我们一定做好各项服务",
      "answer guest 江一川: 中国华电集团将把更多优质项目放在澜江",
    ]);
    expect(meeting?.agreements.map(({ title, parties }) => [title, parties.length])).toEqual([["人才共育备忘录", 2]]);
    expect(meeting?.attendees.map(({ name, role }) => [name, role])).toEqual([["苏伟", "省政府秘书长"]]);
  });

  it("a list of the agencies visited is no meeting of its own where their people follow", () => {
    const found = meetings(
      "林牧川、顾安分别与国家能源局、工业和信息化部举行工作会谈。",
      "在与国家能源局局长安定会谈时,林牧川希望国家能源局多予支持。安定表示,将认真研究。",
      "在会见工业和信息化部部长鲁维民时,顾安指出,希望工业和信息化部加强指导。鲁维民表示,将给予倾斜。",
    );
    expect(found.map(({ guests }) => names(guests))).toEqual([["安定"], ["鲁维民"]]);
    expect(found.map(({ hosts }) => names(hosts))).toEqual([["林牧川"], ["顾安"]]);
  });

  it("one guest received by two hosts is two meetings", () => {
    const found = meetings(
      "3月14日,林牧川在北京会见国家能源局局长安定。林牧川希望国家能源局多予支持。",
      "3月15日,顾安在宁川会见安定一行。顾安希望国家能源局加快审批。",
    );
    expect(found.map(({ hosts, day, place, statements }) => [names(hosts), day, place, statements.length])).toEqual([
      [["林牧川"], "2023-03-14", "北京", 1],
      [["顾安"], "2023-03-15", "宁川", 1],
    ]);
  });

  it("agencies are the guests where no person is named", () => {
    const [meeting] = meetings("随后,林牧川与华为、比亚迪、腾讯等企业负责人座谈。");
    expect(meeting?.cue).toBe("座谈");
    expect(meeting?.guests.map(({ type }) => type)).toEqual(["agency", "agency", "agency"]);
  });

  it("thanks, orders to one's own departments and 会见后 are no asks, answers or meetings", () => {
    const found = meetings(
      "在与国家能源局局长安定会谈时,林牧川对国家能源局表示衷心感谢。请澜江省发展改革委逐条落实。",
      "会见后,林牧川和安定参观了展览。会谈期间,大家畅所欲言。",
    );
    expect(found).toHaveLength(1);
    expect(said(found[0])).toEqual([]);
  });

  it("spans point at the words, in the text and in the file", () => {
    const record = recordOf(frontMatterArticle);
    const [meeting] = record.meetings;
    expect(meeting).toBeDefined();
    if (!meeting) return;
    expect(record.text.slice(meeting.at.text.start, meeting.at.text.end)).toBe("与工业和信息化部部长高明举行会谈");
    expect(frontMatterArticle.slice(meeting.at.file.start, meeting.at.file.end)).toBe(
      "与工业和信息化部部长高明举行会谈",
    );
    expect(meeting.place && frontMatterArticle.slice(meeting.place.file.start, meeting.place.file.end)).toBe("北京");
  });
});

describe("meetings across articles", () => {
  const report = (day: string, uri: string, body: string) =>
    recordOf(plainArticle({ title: "林牧川与国家能源局会谈", day, body: [body] }), uri);

  it("are one where several articles report them, shown by the fullest, and two on other days", () => {
    const index = indexOf([
      report("2023-03-15", "file:///short", "3月14日,省委书记林牧川在北京会见国家能源局局长安定。"),
      report(
        "2023-03-16",
        "file:///long",
        "3月14日,省委书记林牧川在北京与国家能源局局长安定会谈,希望国家能源局加强指导。安定表示,将给予支持。",
      ),
      report("2023-09-02", "file:///later", "9月1日,省委书记林牧川在宁川会见国家能源局局长安定。"),
    ]);
    const found = meetingsAcross(index);
    expect(found.map(({ day, reports }) => [day, reports.map(({ uri }) => uri)])).toEqual([
      ["2023-03-14", ["file:///long", "file:///short"]],
      ["2023-09-01", ["file:///later"]],
    ]);
    expect(found[0]?.statements).toHaveLength(2);
    expect(meetingsAcross(index, { range: { from: "2023-04-01" } })).toHaveLength(1);
  });
});
