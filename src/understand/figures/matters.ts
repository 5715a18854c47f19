/** 家长提问36个, 解决疑难17个, 排除隐患5处: what was asked, answered or found; nobody who was there. */
const matters =
  /(提问|问题|难题|疑问|疑难|疑难杂症|隐患|故障|毛病|症结|矛盾|纠纷|诉求|难点|堵点|漏洞|缺陷|瓶颈)(共|计|有|了)*$/

export const countsMatters = (text: string, from: number, at: number): boolean =>
  matters.test(text.slice(Math.max(from, at - 8), at))
