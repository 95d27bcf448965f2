/**
 * What surrounds an article on a page: navigation, share buttons, legal notices, comment boxes.
 * Written from the furniture that Chinese news portals share, not from one site.
 */

const phrases =
  /扫一扫|扫码|扫描二维码|长按.{0,6}二维码|二维码|下载.{0,10}(?:APP|客户端)|打开.{0,8}APP|尽在.{0,10}(?:APP|客户端)|关注.{0,10}公众号|分享到|分享至|打印本[页文]|关闭窗口|返回顶部|返回首页|回到顶部|字号|字体[:：]|上一篇|下一篇|网站地图|联系我们|关于我们|版权所有|ICP备|公网安备|登录|登陆|注册|评论列表|网友评论|我要评论|发表评论|点击加载|查看更多|更多精彩|点赞|收藏|举报|无障碍|适老|设为首页|加入收藏|繁體|简体|English|微信|微博|QQ空间|朋友圈|Copyright|All Rights Reserved/i;

const tail =
  /^(?:【|\[)?(?:特别|郑重|免责|版权|重要|法律)?声明(?:】|\])?[:：]?$|^(?:【|\[)?(?:特别|郑重|免责|版权|法律)声明|版权.{0,24}声明$|^(?:\d+[、.．]\s*)?(?:[“"]?凡本[网站]|凡.{0,6}注明[“"]?来源)|^(?:本网|本站|本文)?.{0,6}(?:转载|刊载).{0,24}(?:目的在于|请注明|须注明|不代表)|^未经.{0,16}(?:授权|许可|同意)|^(?:评论列表|网友评论|我要评论|发表评论|全部评论|最新评论|热门评论)|^(?:相关|推荐|热门|热点|延伸|精彩|更多|最新)(?:新闻|阅读|推荐|链接|稿件|专题|报道|文章|资讯|内容|视频|图集|排行|榜单?|回顾|解读)[:：>》]*$|^猜你喜欢|^版权所有|^Copyright|^©|ICP备|^网站(?:地图|声明|简介)|^主办(?:单位)?[:：]|^承办(?:单位)?[:：]|^(?:上|下)一篇[:：]?/i;

/** Whether a line starts the furniture below an article: all that follows it is furniture as well. */
export function startsTail(line: string): boolean {
  return line.length <= 160 && tail.test(line);
}

/** Whether a line by itself is furniture, wherever it stands. Sentences never are. */
export function isFurniture(line: string): boolean {
  if (/^[\d\s.,:：/|+-]+$/.test(line)) return true;
  if (isNavigation(line)) return true;
  return line.length <= 60 && !/[。！？；]/.test(line) && phrases.test(line);
}

/** A row of short labels set apart by bars, arrows or wide gaps. */
export function isNavigation(line: string): boolean {
  if (/[。！？，；]/.test(line)) return false;
  if (/^(?:您?当前)?(?:的)?(?:位置|所在位置)[:：]?/.test(line)) return true;
  const labels = line.split(/\s*[|｜>›»→]\s*|\s{3,}|\u3000{2,}/).filter((label) => label !== "");
  return labels.length >= 4 && labels.every((label) => label.length <= 12);
}
