/** Invented articles of both forms for tests of features; nobody in them is real but the top leader. */

export const frontMatterArticle = `
---
title: '林牧川赴京拜会工业和信息化部 推动高质量发展'
categories: 
 - 金融
date: Thu, 16 Mar 2023 01:12:08 GMT
author: 澜江网
---

<div>
<p>　　3月14日，省委书记林牧川在北京与工业和信息化部部长高明举行会谈，贯彻新发展理念，推动高质量<a href="#">发展</a>。</p>
<p>一、主要任务</p>
<p>　　林牧川说，要做强R&amp;D投入，实施“一江两翼”发展战略，感谢工业和信息化部多年来的支持。</p>
<!-- 统计
代码 -->
<style>
.app { color: red }
</style>
<p class="article-editor">责任编辑：冉一帆 </p>
</div>
`;

export const plainArticle = `首页 > 时政 > 省内要闻    字号：大 中 小    打印本页

贺云舟会见中国华电集团客人
2024-05-03 20:14  来源: 四川在线  编辑: 屈莉

  5月3日,四川省委书记贺云舟在成都会见中国华电集团有限公司董事长江一川一行,就推动高质量发展深入交换意见。

  贺云舟说,四川正深入学习贯彻习近平总书记重要指示精神,加快建设现代化产业体系,奋力谱写中国式现代化四川新篇章。

版权声明:凡注明来源为“四川在线”的作品,未经授权不得转载。
分享到:  微信  微博  QQ空间
`;
