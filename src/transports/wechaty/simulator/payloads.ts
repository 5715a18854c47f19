import { types, type payloads } from 'wechaty-puppet'
import { kind, type Kind, type SimMessage } from './messages.js'
import { botKey, personId, roomId, type World } from './world.js'

const puppetType: Readonly<Record<Kind, types.Message>> = {
  [kind.attachment]: types.Message.Attachment,
  [kind.audio]: types.Message.Audio,
  [kind.chatHistory]: types.Message.ChatHistory,
  [kind.emoticon]: types.Message.Emoticon,
  [kind.image]: types.Message.Image,
  [kind.text]: types.Message.Text,
  [kind.groupNote]: types.Message.GroupNote,
  [kind.recalled]: types.Message.Recalled,
  [kind.url]: types.Message.Url,
  [kind.video]: types.Message.Video,
}

/** A message as a puppet hands it to wechaty, with the quirks the world is set to. */
export function messagePayload(world: World, message: SimMessage): payloads.Message {
  const base = {
    id: message.id,
    talkerId: personId(world, message.from),
    text: shownText(world, message),
    timestamp: world.settings.cutsText ? Math.floor(message.at / 1000) : message.at,
    type: puppetType[message.type],
    ...(message.file ? { filename: message.file.name } : {}),
  }
  if (message.room === undefined) {
    return { ...base, listenerId: personId(world, message.from === botKey ? (message.to ?? '') : botKey) }
  }
  const mentionIdList = world.settings.mentionIds ? message.mentions.map((key) => personId(world, key)) : []
  return { ...base, roomId: roomId(world, message.room), mentionIdList }
}

/** What `messageRawPayload` gives: the message, and with web WeChat's quirks its uncut `OriginalContent`. */
export function rawPayload(world: World, message: SimMessage): object {
  if (!world.settings.cutsText) return { ...messagePayload(world, message) }
  const speaker = message.room === undefined ? '' : `${personId(world, message.from)}:<br/>`
  return {
    MsgId: message.id,
    MsgType: message.type === kind.text ? 1 : message.type === kind.recalled ? 10002 : 49,
    FromUserName: message.room === undefined ? personId(world, message.from) : roomId(world, message.room),
    OriginalContent: speaker + escapeHtml(message.text).replaceAll('\n', '<br/>'),
    CreateTime: Math.floor(message.at / 1000),
  }
}

// wechat4u splits group text at ':\n' (speaker and text) and keeps the first part after the speaker only.
function shownText(world: World, message: SimMessage): string {
  if (!world.settings.cutsText || message.type === kind.recalled) return message.text
  const decoded = message.text.replaceAll('&', '&amp;')
  return message.room === undefined ? decoded : (decoded.split(':\n')[0] ?? '')
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The nameless contact wechaty gets when it asks for a room's id as a contact, as on every room.sync(). */
export const nobody = (id: string): payloads.Contact => ({
  id,
  name: '',
  avatar: '',
  gender: types.ContactGender.Unknown,
  phone: [],
  type: types.Contact.Individual,
})

export function contactPayload(world: World, key: string): payloads.Contact {
  const person = world.people.get(key)
  if (!person) throw new Error(`no contact ${key}`)
  return {
    id: personId(world, key),
    name: person.name,
    alias: person.remark ?? '',
    avatar: '',
    friend: true,
    gender: types.ContactGender.Unknown,
    phone: [],
    type: types.Contact.Individual,
  }
}

export function roomPayload(world: World, key: string): payloads.Room {
  const room = world.rooms.get(key)
  if (!room) throw new Error(`no room ${key}`)
  const memberIdList = [...room.members.keys()].map((member) => personId(world, member))
  return { id: roomId(world, key), topic: room.topic, memberIdList, adminIdList: [] }
}

export function memberPayload(world: World, room: string, key: string): payloads.RoomMember {
  const { id, name } = contactPayload(world, key)
  const roomAlias = world.rooms.get(room)?.members.get(key) ?? ''
  return { id, name, avatar: '', ...(roomAlias ? { roomAlias } : {}) }
}
