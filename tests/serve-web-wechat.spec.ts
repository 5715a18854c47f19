import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { liveFolder, serve } from './live-process.js'
import { chatRecord } from './transports/chat-record-xml.js'
import { asHtml, openWebWechat } from './transports/web-wechat/server.js'

const redirect = pathToFileURL(resolve(import.meta.dirname, 'transports/web-wechat/redirect.mjs')).href
const until = (check: () => boolean | Promise<boolean>): Promise<void> =>
  expect.poll(check, { timeout: 60_000, interval: 50 }).toBe(true)

/** The built program with the unmodified wechat4u, at a loopback stand-in of web WeChat’s server. */
test('scanned once; a conversation; stopped without a log-out; started again without a scan', async () => {
  const web = await openWebWechat(
    [
      { key: 'bot', name: '小科' },
      { key: 'wang', name: '王秀兰' },
      { key: 'li', name: '李建国' },
    ],
    [{ key: 'east', topic: '城东区老科协会员群', members: ['wang', 'li'], calls: new Map() }],
  )
  onTestFinished(() => web.close())
  const { folder, port } = await liveFolder('puppet: wechaty-puppet-wechat4u')
  const env = { NODE_OPTIONS: `--import ${redirect}`, WEB_WECHAT_PORT: String(web.port) }
  const health = async (): Promise<{ status: number; state: unknown }> => {
    const answer = await fetch(`http://127.0.0.1:${port}/health`)
    return { status: answer.status, state: ((await answer.json()) as { state: unknown }).state }
  }
  const said = (words: string): boolean => web.state.sent.some(({ text }) => text.includes(words))

  const bot = serve(folder, env)
  await bot.complains('"state":"needs-scan"')
  await until(() => existsSync(join(folder, 'data', 'wechat-login.png')))
  expect(await health()).toEqual({ status: 503, state: 'needs-scan' })
  // The code in the terminal, and nowhere in the log.
  await bot.complains('█')
  expect(bot.err()).not.toContain('login.weixin.qq.com')
  web.scan()
  await bot.complains('"state":"online"')
  web.say({ from: 'wang', room: 'east', text: '昨天在城东区三小讲防诈骗：\n听众120人' })
  await until(() => said('120人次'))
  const session = join(folder, 'data', 'session.memory-card.json')
  await until(() => statSync(session).size > 10)
  if (process.platform !== 'win32') expect(statSync(session).mode & 0o077).toBe(0)
  bot.signal('SIGTERM')
  expect(await bot.ended()).toBe(0)
  expect(web.state.asked).not.toContain('webwxlogout')

  const scans = web.state.session
  const again = serve(folder, env)
  await again.complains('"state":"online"')
  web.say({ from: 'li', room: 'east', text: '小科 全市' })
  await until(() => said('共1场次'))
  // Two messages of a room sent on to the bot as one card.
  const card = chatRecord([
    { name: '王秀兰', at: new Date(Date.now() - 86_400_000), text: '昨天在城东区四小讲节水：\n听众88人' },
    { name: '李建国', at: new Date(), text: '辛苦了' },
  ])
  web.raw({ from: 'wang', type: 49, content: asHtml(card) })
  await until(() => said('88人次'))
  expect(web.state.session).toBe(scans)
  expect(again.err()).not.toContain('needs-scan')
  again.signal('SIGTERM')
  expect(await again.ended()).toBe(0)
}, 180_000)
