import { voiceText } from '../core/message.js'
import { notice, type Reply, type Turn } from '../turn.js'

/** What stands for a message without words, as transports and imports write it; a voice message with its length. */
const wordless =
  /^\[(?:图片|表情|动画表情|视频|文件|位置|链接|小程序|名片|红包|转账|聊天记录|视频号)\]$|^\[语音\][^\n]{0,12}$/

/**
 * Messages without words: pictures and their like hear nothing; a voice message to the bot is told once, in private,
 * what helps. null: it has words.
 */
export async function hearWordless(turn: Turn): Promise<Reply[] | null> {
  const { message, sender, store } = turn
  const voice = turn.words.startsWith(voiceText)
  if (turn.words === '' && (message.image !== undefined || message.file !== undefined)) return []
  if (!wordless.test(turn.words)) return null
  if (!voice || !turn.called) return []
  const key = `voice:${sender.id}`
  if ((await store.settings.get(key)) !== null) return []
  await store.settings.set(key, 'told')
  return [{ ...notice(sender.id, '语音我听不了，长按“转文字”再发给我就行。'), class: 'answer' }]
}
