import type { Role } from '../core/org.js'
import { shortName } from '../core/tree.js'
import { answer, instant, officeName, privately, tellOffice, type Reply, type Turn } from '../turn.js'
import { ask } from './ask.js'
import { dayText } from './figures.js'
import { inPrivate } from './private.js'

const roleNames: Record<Role, string> = {
  member: '会员',
  contact: '联络员',
  secretariat: '秘书处',
  admin: '管理员',
}

/** What is kept of the sender, in a few lines, for the sender alone. */
export async function myDataText(turn: Turn): Promise<string> {
  const { store, house, sender } = turn
  const known = await store.people.byId(sender.id)
  const records = await store.records.count({ reporter: sender.id })
  const words = (await store.sources.ofSender(sender.id, '', instant(turn.now))).filter((s) => s.text !== '')
  const missed = (await store.missed.open()).filter((m) => m.sender === sender.id)
  const plans = await store.plans.openOf(sender.id)
  if (known === null && records + words.length + missed.length + plans.length === 0)
    return '我没有存您的资料。'
  const unit = sender.unit === null ? '' : `　${shortName(sender.unit, house.tree)}`
  const others = [
    ...(plans.length > 0 ? [`预告${plans.length}条`] : []),
    ...(missed.length > 0 ? [`没看准的话${missed.length}条`] : []),
  ]
  return [
    `我存着您的：${sender.name}${unit}　${roleNames[sender.role]}`,
    `报的记录${records}条，原话${words.length}句${others.map((o) => `，${o}`).join('')}`,
    `提醒：${remindersText(turn)}`,
    '只用来记活动、算总数。要删说“删除我的资料”。',
  ].join('\n')
}

function remindersText({ sender, local }: Turn): string {
  const until = sender.noRemindersUntil
  if (until === null || until < local.day) return '照常'
  return until.startsWith('9999') ? '不提醒' : `${dayText(until, local.day)}以前不提醒`
}

/** Asks once more, in private: only 确认删除 erases. */
export async function askErase(turn: Turn): Promise<Reply[]> {
  const records = await turn.store.records.count({ reporter: turn.sender.id })
  const figures = records > 0 ? `您报的${records}条只留数字，不再连着您。` : ''
  const text = `名字、分会、设置和原话都会删掉，没办的事一并取消，不能恢复。${figures}\n确定就回“确认删除”。`
  const here = turn.message.room === undefined ? [] : [answer('这件事我私下问您。')]
  return [...here, ...(await ask(turn, { to: 'sender', text }, { about: 'erase' }))]
}

/** Erases the sender; who stands in the org file is told what is left there. */
export async function eraseSender(turn: Turn): Promise<Reply[]> {
  const { store, house, sender } = turn
  const name = await officeName(store)
  const unit = sender.unit === null ? '' : shortName(sender.unit, house.tree)
  await store.people.erase(sender.id)
  const file = sender.inOrg ? `名册文件里还有您的名字，要请${name}改。` : ''
  const office =
    sender.inOrg || sender.role === 'contact'
      ? await tellOffice(
          store,
          `${unit}一位${roleNames[sender.role]}要求删除资料，已经删好。${sender.inOrg ? '名册文件里的名字请管理员改。' : '联络员请另定。'}`,
        )
      : []
  return [
    privately(`删好了，您的名字和原话都不留了，别人报告里提到您的不在内。${file}`),
    ...office.filter((r) => typeof r.to !== 'object' || !('person' in r.to) || r.to.person !== sender.id),
  ]
}

export const sayMyData = async (turn: Turn): Promise<Reply[]> =>
  inPrivate(turn, '您的资料我私下发您。', await myDataText(turn))
