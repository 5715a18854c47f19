import { pattern } from '../text/pattern.js'

/** What stands for something still to be filled in: ×, XX, □□, __. */
const blank = '[×✕xX□_]{1,6}'

/** ×月×日, 20__年__月__日, （）月（）日, 学生××人: a form, whatever else it says. */
const toFill = pattern(
  new RegExp(
    `(?<![0-9])${blank} ?月 ?(${blank}|[0-9]{1,2}) ?[日号]|[0-9]{1,2}月 ?${blank} ?[日号]|\\( *\\)月 ?\\( *\\)[日号]|年 +月 +日|` +
      `(学生|师生|学员|听众|群众|居民|村民|人数|观众|患者|参加|到会|受众|职工|共|约|计)[:：]?(共|约|达|有|计)?${blank}(余|多)?[人名位]|` +
      `(讲座|义诊|培训班?|咨询|宣讲|展览|活动|会议|演出)(共|了|计)?${blank}[场次期]`,
  ),
)

/** Whether a telling leaves its day or its numbers to be filled in. */
export const leavesBlanks = (text: string, from: number, to: number): boolean => toFill(text, from, to)
