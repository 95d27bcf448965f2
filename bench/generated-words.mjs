// What generated articles are made of. Everybody is invented, as are the province, its places and the local companies.

export const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
export const givenFirst = [..."建国志文明海晓永春立新俊伟德成光少玉家振兴世宏学正兆云启维继昌嘉承思卓景怀泽润景绍"];
export const givenSecond = [..."军平华强林峰波涛斌辉鹏飞宁民生龙东祥杰刚勇毅松柏清泉山川河岩石峻岭远航舟帆琦瑞雯敏慧"];

export const province = "澜江省";
export const cities = ["宁川市", "云澜市", "青屿市", "望川市", "临岚市", "西浦市"];

/** Offices of the province: the wording of the role before the name. */
export const provincialOffices = [
  "省委书记",
  "省委副书记、省长",
  "省委常委、常务副省长",
  "副省长",
  "副省长",
  "副省长",
  "省委常委、省委组织部部长",
  "省委常委、省委宣传部部长",
  "省政府秘书长",
  "省发展改革委主任",
  "省工业和信息化厅厅长",
  "省商务厅厅长",
  "省科技厅厅长",
  "省农业农村厅厅长",
  "省生态环境厅厅长",
  "省教育厅厅长",
  "省卫生健康委主任",
  "省能源局局长",
  "省市场监管局局长",
  "省交通运输厅厅长",
  "省水利厅厅长",
  "省财政厅厅长",
];

/** Organs and companies whose people come to talks, with the head of their title. */
export const guestOffices = [
  ["国家发展改革委", "党组书记、主任"],
  ["工业和信息化部", "党组书记、部长"],
  ["科技部", "党组书记、部长"],
  ["商务部", "党组书记、部长"],
  ["国家能源局", "党组书记、局长"],
  ["国家市场监管总局", "党组书记、局长"],
  ["农业农村部", "党组书记、部长"],
  ["生态环境部", "部长"],
  ["中国科学院", "院长、党组书记"],
  ["国家开发银行", "党委书记、董事长"],
  ["中国农业发展银行", "党委书记、董事长"],
  ["中国华电集团", "党组书记、董事长"],
  ["中国大唐集团", "党组书记、董事长"],
  ["国家电网", "董事长、党组书记"],
  ["中国移动", "党组书记、董事长"],
  ["中国工程院", "院长"],
  ["水利部", "党组书记、部长"],
  ["交通运输部", "党组书记、部长"],
  ["国家林草局", "党组书记、局长"],
  ["中国建设银行", "党委书记、董事长"],
];

export const companyStems = [
  "云图",
  "海岳",
  "天枢",
  "鹏岳",
  "恒拓",
  "启航",
  "汇澜",
  "远景江",
  "宁舟",
  "青禾",
  "星野",
  "临江",
  "望舒",
  "长垣",
  "瑞和",
  "盛岚",
];
export const companyTails = [
  "智能科技有限公司",
  "生物医药股份有限公司",
  "新材料有限公司",
  "装备制造集团",
  "农业发展有限公司",
  "新能源有限公司",
];

/** Formulations in use throughout. */
export const lasting = [
  "高质量发展",
  "新发展格局",
  "中国式现代化",
  "新发展理念",
  "共同富裕",
  "乡村振兴战略",
  "依法治国",
  "创新驱动发展战略",
  "“一带一路”",
  "“双碳”",
  "专精特新",
  "农业农村现代化",
  "高水平对外开放",
  "供给侧结构性改革",
  "绿色低碳发展",
  "全过程人民民主",
  "营商环境",
  "粮食安全",
  "能源安全",
  "稳中求进工作总基调",
];
/** Formulations with the months of the run in which they are in use: from the first, up to but without the last. */
export const passing = [
  { term: "“一江两翼”", from: 0, to: 36 },
  { term: "“智造澜江”", from: 4, to: 36 },
  { term: "“江上风电走廊”", from: 0, to: 15 },
  { term: "“江海风电走廊”", from: 15, to: 36 },
  { term: "“三链融合”", from: 0, to: 20 },
  { term: "“四链融合”", from: 20, to: 36 },
  { term: "“澜快办”", from: 8, to: 36 },
  { term: "“百千万亿”工程", from: 2, to: 14 },
  { term: "“绿电进城”", from: 12, to: 30 },
  { term: "新质生产力", from: 20, to: 36 },
  { term: "“澜才回引”", from: 18, to: 36 },
  { term: "“千亿粮仓”", from: 0, to: 26 },
  { term: "“双进双促”", from: 6, to: 18 },
  { term: "“云上丝路”", from: 10, to: 36 },
  { term: "“五新产业”", from: 0, to: 24 },
  { term: "“六新产业”", from: 24, to: 36 },
];

export const fields = [
  "新型储能",
  "生物医药",
  "高端装备",
  "现代种业",
  "数字经济",
  "文旅融合",
  "冷链物流",
  "集成电路",
  "海洋经济",
  "轨道交通",
  "绿色算力",
  "精细化工",
];
export const deeds = [
  "加大政策支持力度",
  "推动重大项目落地",
  "深化务实合作",
  "完善基础设施",
  "强化要素保障",
  "共建创新平台",
  "扩大有效投资",
  "加强人才培养",
];
export const outlets = ["澜江日报", "澜江新闻网", "宁川日报", "澜江省人民政府网", "时政观察"];
export const reporters = ["闻笛", "祝青", "柯敏", "付真", "潘洁", "温新", "霍兰"];
