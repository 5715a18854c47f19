import { voiceText } from '../core/message.js'
import { notice, privately, type Reply, type Turn } from '../turn.js'

/** What stands for a message without words, as transports and imports write it; a voice message with its length. */
const wordless =
  /^\[(?:图片|表情|动画表情|视频|文件|位置|链接|小程序|名片|红包|转账|聊天记录|视频号)\]$|^\[语音\][^\n]{0,12}$/

/** What a message without words is, as far as its sender can be helped. */
const help = {
  voice: '语音我听不了，长按“转文字”再发给我就行。',
  picture: '图片我存下了，里面的字我不会认。\n要报活动，请打字说一遍。',
  file: '文件我存下了，里面写的我不会看。\n要报活动，请打字说一遍。',
} as const

/**
 * Messages without words: in a room they hear nothing; to the bot a voice message, a picture or a file is told what
 * helps, each once a person, what could not be read at all every time. null: it has words.
 */
export async function hearWordless(turn: Turn): Promise<Reply[] | null> {
  const { message } = turn
  const toBot = message.room === undefined
  if (turn.words.startsWith(voiceText) && wordless.test(turn.words))
    return turn.called ? tellOnce(turn, 'voice') : []
  if (wordless.test(turn.words)) return []
  if (turn.words !== '') return null
  if (message.image !== undefined) return toBot ? tellOnce(turn, 'picture') : []
  if (message.file !== undefined) return toBot ? tellOnce(turn, 'file') : []
  // A bare call has a text; nobody can type nothing.
  if (message.text.trim() !== '') return null
  return toBot
    ? [privately('您发的这条我没读出来。要报活动，请打字说一遍；\n转别人的话，请逐条转，前面写上是谁说的。')]
    : []
}

async function tellOnce({ sender, store }: Turn, what: keyof typeof help): Promise<Reply[]> {
  const key = `${what}:${sender.id}`
  if ((await store.settings.get(key)) !== null) return []
  await store.settings.set(key, 'told')
  return [{ ...notice(sender.id, help[what]), class: 'answer' }]
}
