import {
  deliver,
  quoting,
  recall,
  redeliver,
  saidByBot,
  say,
  type RecallShape,
  type Saying,
  type SimMessage,
} from './messages.js'
import {
  addPerson,
  empty,
  addRoom,
  join,
  leave,
  rename,
  type Settings,
  type SimPerson,
  type World,
} from './world.js'

/** What one can do to a world, as plain data: the same in process and over a pipe to another one. */
export type SimCommand =
  | { readonly do: 'person'; readonly person: SimPerson }
  | {
      readonly do: 'room'
      readonly room: string
      readonly topic: string
      readonly members: readonly string[]
    }
  | { readonly do: 'say'; readonly saying: Saying }
  | { readonly do: 'quote'; readonly saying: Saying; readonly quoted: string }
  | { readonly do: 'recall'; readonly id: string; readonly shape?: RecallShape }
  | { readonly do: 'redeliver'; readonly id: string; readonly newId?: string }
  | {
      readonly do: 'join' | 'leave'
      readonly room: string
      readonly by: string
      readonly people: readonly string[]
    }
  | { readonly do: 'rename'; readonly room: string; readonly by: string; readonly topic: string }
  | { readonly do: 'call'; readonly room: string; readonly person: string; readonly alias: string }
  | { readonly do: 'name'; readonly person: string; readonly name: string }
  | { readonly do: 'settings'; readonly settings: Partial<Settings> }
  | { readonly do: 'login' }
  | { readonly do: 'logout'; readonly reason: string }
  | { readonly do: 'storm'; readonly errors: number }
  | { readonly do: 'said' }
  | { readonly do: 'reset' }

/** Runs a command. Answers the new message's id where there is one, and `said` with what the bot said so far. */
export function run(world: World, command: SimCommand): string | readonly SimMessage[] | undefined {
  switch (command.do) {
    case 'say':
      return say(world, command.saying)
    case 'quote':
      return say(world, {
        ...command.saying,
        text: quoting(world, command.quoted, command.saying.text ?? ''),
      })
    case 'recall':
      return recall(world, command.id, command.shape)
    case 'redeliver':
      return redeliver(world, command.id, command.newId)
    case 'said':
      return saidByBot(world)
    default:
      change(world, command)
      return undefined
  }
}

type Change = Exclude<SimCommand, { do: 'say' | 'quote' | 'recall' | 'redeliver' | 'said' }>

function change(world: World, command: Change): void {
  switch (command.do) {
    case 'person':
      addPerson(world, { ...command.person })
      break
    case 'room':
      addRoom(world, command.room, command.topic, command.members)
      break
    case 'join':
      join(world, command.room, command.by, command.people)
      break
    case 'leave':
      leave(world, command.room, command.by, command.people)
      break
    case 'rename':
      rename(world, command.room, command.by, command.topic)
      break
    case 'call':
      world.rooms.get(command.room)?.members.set(command.person, command.alias)
      break
    case 'name':
      Object.assign(world.people.get(command.person) ?? {}, { name: command.name })
      break
    case 'settings':
      Object.assign(world.settings, command.settings)
      break
    case 'login':
      deliver(world, { type: 'login' })
      break
    case 'logout':
      deliver(world, { type: 'logout', reason: command.reason })
      world.session++
      break
    case 'reset':
      empty(world)
      deliver(world, { type: 'reset' })
      break
    case 'storm':
      deliver(world, { type: 'storm', errors: command.errors })
      break
  }
}
