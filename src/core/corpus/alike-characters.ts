/** Of one syllable. */
const soundAlike = `
  安按鞍氨桉岸 宝保葆堡褒 北贝蓓备 斌彬滨宾缤濒冰兵炳秉丙 波博勃渤伯柏泊帛 昌长常畅敞嫦倡苌
  超朝潮晁 辰晨臣宸琛陈忱尘沉 成程承诚丞澄城呈盛晟铖珹 春椿淳纯醇 聪从丛琮 大达答 丹旦担 德得
  栋东冬董洞动 凡帆繁樊范蕃 芳方房放坊 飞菲斐霏非绯妃 芬奋汾份 峰锋丰枫烽风封凤奉冯逢沣
  福富付傅甫夫辅孚伏扶芙阜符 刚钢岗港 高皋 戈歌格革 耿庚更 光广 贵桂癸 国郭果 海亥
  涵晗翰汉寒韩瀚函含 航行杭 豪浩昊皓灏毫好郝 和河贺赫鹤荷何合禾 恒衡横珩 宏洪红鸿虹弘泓闳
  华花骅桦哗画化 怀淮 欢环焕桓寰 辉晖徽惠慧会卉汇挥绘 吉继纪季计际基冀济记积极集籍级技绩
  佳嘉家加甲贾 建剑健坚检见鉴俭简荐监 江姜将疆蒋匠 杰洁捷婕节介界 金锦今津晋瑾进劲靳谨
  京晶景静敬靖精经菁竞泾境警井净镜 军君均钧俊峻骏竣隽浚菌 凯恺开楷慨 康亢抗 科克可柯 宽款 坤昆琨鲲
  兰岚蓝澜览 乐勒 雷蕾磊垒 礼理里立力利丽莉李黎励历厉俐璃 连莲廉联练炼 良亮梁粱量 林琳霖临麟淋
  玲凌灵领岭龄令铃陵 龙隆珑 路鲁陆禄录卢芦庐璐露潞 伦仑纶 曼满漫 茂贸懋 梅美媚枚 萌孟蒙
  民敏闽旻珉 明铭鸣名茗 木牧慕睦穆沐 娜纳那 南楠男 宁凝 培沛裴佩 鹏朋彭蓬 平萍屏苹坪
  其奇琪祺琦齐启起旗麒企棋岐淇 强蔷 乔桥侨 琴勤秦钦沁芹 青清庆卿晴倾 琼穹 秋邱丘 全泉权荃
  仁任人壬 荣容蓉融嵘榕溶戎 瑞锐睿蕊 森申深伸沈慎参 山杉珊善删闪 尚上商 少绍邵韶 生升声胜圣晟盛
  诗施石时世士实仕史适视示式市 寿守首 书树舒淑述叔术署数 双霜 顺舜 松嵩宋颂崧 泰太 涛韬陶桃
  腾滕藤 天添田恬 廷庭亭婷停挺霆 同童彤桐通统 维伟玮炜韦为唯惟威巍卫蔚魏薇微苇 文雯闻稳纹汶
  武伍吾午吴五舞 希西喜曦熙锡习夕惜溪玺禧晰 霞夏侠遐 先显贤宪现献仙娴鲜 祥翔详湘向响香享襄
  晓小肖萧筱孝笑潇啸 欣新鑫馨昕辛信芯忻 兴星行幸杏邢 雄熊 秀修绣 旭徐许绪叙序续栩 轩宣萱玄 学雪薛
  勋迅训讯逊循寻 雅亚娅 岩言严炎研延颜彦艳燕雁妍闫阎晏焱 阳杨洋扬羊养央 耀瑶尧姚遥 业叶烨晔
  一义毅艺益易宜怡仪逸亿谊依意忆奕翼屹议亦以倚懿 音银寅引印殷尹茵吟 英颖影应映营莹盈迎瑛婴
  永勇咏泳涌庸雍 友有优佑幼尤由游 宇雨玉育裕瑜羽煜昱于余豫愉渝语喻域钰誉 元远园源媛原苑渊袁圆缘
  月悦岳跃越 云运韵芸蕴 泽则 展占湛瞻 昭兆召照朝赵 哲喆浙 真珍振震镇贞祯桢臻 正政征争铮郑证峥
  之志治智知芝致枝植直值至质执制 中忠钟仲众重 洲舟周州宙 珠竹祝柱助住筑主驻诸朱 卓琢灼 子紫姿梓资
  宗综踪 祖组 佐作左
`;

/** Of one shape. */
const lookAlike = `
  戴代 已己巳 土士 未末 日曰 人入八 戊戌戍成 吴昊吕 东车 王玉壬 天夫无 干于千 木本术 今令
  历厉 治冶 治洽 清青情 侯候 陈阵 杨扬 梁粱 辛幸 岳兵 晴睛 晖晕 津律 凤风 见贝 儿几 易昜
  拔拨 候侯 竞竟 崇祟 栋拣 桂挂 楠摘 琪棋淇祺琦骐 俊浚竣峻骏焌 炜玮伟 锋烽峰 辉晖浑 强弦
`;

/**
 * Characters of names that are taken for one another: written by one syllable, whatever its tone, or of one
 * shape. General knowledge; rare characters stand with the common ones they are mistaken for.
 */
const groups = `${soundAlike}${lookAlike}`.trim().split(/\s+/);

const groupsOf = new Map<string, Set<number>>();
groups.forEach((group, i) => {
  for (const character of group) groupsOf.set(character, (groupsOf.get(character) ?? new Set()).add(i));
});

/** Whether two characters are taken for one another. */
export function areAlike(a: string, b: string): boolean {
  const known = groupsOf.get(b);
  return a !== b && known !== undefined && [...(groupsOf.get(a) ?? [])].some((group) => known.has(group));
}

/** The characters that one is taken for. */
export function alikesOf(character: string): string[] {
  const alike = new Set([...(groupsOf.get(character) ?? [])].flatMap((group) => [...(groups[group] ?? "")]));
  alike.delete(character);
  return [...alike];
}
