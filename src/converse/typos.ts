/** Words people mean when they slip: homophones and neighbours of known words, one character off. */
const knownWords = [
  '全市',
  '总数',
  '我的',
  '帮助',
  '任务',
  '凭据',
  '明细',
  '待办',
  '欠报',
  '漏网',
  '汇总',
  '统计',
  '今日科普',
  '停科普',
  '开科普',
  '结账',
  '差异',
  '作废',
  '恢复',
  '求证',
  '讲座',
  '培训',
  '义诊',
  '咨询',
  '人次',
  '场次',
]

/** What a slip of a general word stands for. */
const meant: Readonly<Record<string, readonly string[]>> = {
  统计: ['全市', '我的'],
  汇总: ['全市'],
  人次: ['全市'],
  场次: ['全市'],
  总数: ['全市'],
}

/** Up to two commands that are at most one typed character away from a text, or whose word it nearly holds. */
export function nearestCommands(tight: string, examples: readonly string[]): readonly string[] {
  const text = tight.replace(/^那个|^这个/, '')
  const found = knownWords.filter((w) => nearlyHolds(text, w))
  const named = found.flatMap((w) => meant[w] ?? [w])
  void examples
  return [...new Set(named)].slice(0, 2)
}

/** A word with one character other than written, at the same place: 统记 for 统计, 讲坐 for 讲座. */
function nearlyHolds(text: string, word: string): boolean {
  if (word.length < 2 || text.length > 12) return false
  for (let at = 0; at + word.length <= text.length; at++) {
    let off = 0
    for (let i = 0; i < word.length; i++) if (text[at + i] !== word[i]) off++
    if (off <= 1 && (off === 0 || text[at] === word[0] || word.length > 2)) return true
  }
  return false
}
