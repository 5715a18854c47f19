/** A label keeps its value behind a space: 主讲 王某某, 地点 光明小学. */
const labelled =
  /(?:^|[ :。;\n])(?:单位|分会|时间|日期|地点|地址|主题|题目|内容|课题|主讲人?|讲师|讲课人?|报告人|授课人?|专家|听众|学员|对象|人数|人次|受众|场次|资料|项目|类别|形式|备注|报送人?|填报人?|上报人?|联系人?)$/
/** Characters of the longest stretch without a pause that is looked at. */
const longest = 400
/** What makes a sentence of a stretch of words: 给学生讲…, 来了…, 举办…. */
const deed =
  /了|给|挂牌|揭牌|举[办行]|开展|组织|召开|进行|参加|来[听看学]|[在到去赴][^ ]{1,14}[讲办搞做开看教义宣]/
/** 建议2条 已被采纳: what became of papers is told behind their number. */
const fate =
  /(?<=[0-9一二两三四五六七八九十](?:条|件|篇|份)) (?=[^ ,。;]{0,6}(?:采纳|采用|批示|刊登|刊用|登|录用|批复))/g
/** …，发资料90份 送药30盒: in a line that has commas too, a space behind what was counted, and another number ahead. */
const behindCounted =
  /(?<=[0-9一二两三四五六七八九十百](?:人次|人|名|位|份|册|本|张)(?:参加|参与|学|听|来听|到会|到场|观看|来看|受益)?) (?=(?![共合总][0-9计]|其中)[一-龥0-9][^ ,。;:|]{0,10}[0-9一二两三四五六七八九十百][^ ,。;:|]{0,6}(?:[,。;!]|$))/g
/** Characters a stretch has on average, at least, and the longest of them: shorter ones are words of a terse line. */
const mean = 5
const clause = 8

/**
 * Spaces for commas, as those write who leave marks out: 今天下午在光明社区讲防火 来了57人 发资料60份. Only in lines that have
 * spaces where others have commas; cells of a table, labels and terse lines keep them. The length never changes.
 */
export function spacesAsCommas(text: string): string {
  if (!/[^ ] [^ ]/.test(text)) return text
  return text
    .split('\n')
    .map((line) => (isSpaced(line) ? commas(line) : besides(line.replace(fate, ','))))
    .join('\n')
}

const besides = (line: string): string =>
  line.includes(',') && !/[|:]|  /.test(line) ? line.replace(behindCounted, ',') : line

function isSpaced(line: string): boolean {
  if (line.length > longest || /[,|]|  |:[^:]{0,80}:|: /.test(line)) return false
  const parts = line.split(/[ 。;!]/).filter((p) => p !== '')
  return (
    parts.length > 1 &&
    parts.some((p) => p.length >= clause && deed.test(p)) &&
    parts.reduce((n, p) => n + p.length, 0) >= mean * parts.length
  )
}

const latin = /[A-Za-z]/
function commas(line: string): string {
  let out = ''
  let open = 0
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    if ('《“('.includes(c)) open++
    if ('》”)'.includes(c)) open = Math.max(0, open - 1)
    out += c === ' ' && open === 0 && parts(line, i) ? ',' : c
  }
  return out
}

function parts(line: string, i: number): boolean {
  const before = line[i - 1] ?? ''
  const behind = line[i + 1] ?? ''
  return (
    before !== '' &&
    behind !== '' &&
    !latin.test(before + behind) &&
    !/\d\d/.test(before + behind) &&
    !'。;:!?、.)'.includes(before) &&
    !'。;:!?、.('.includes(behind) &&
    !labelled.test(line.slice(Math.max(0, i - 6), i))
  )
}
