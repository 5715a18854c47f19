import type { AnyCommand } from '../src/command.js'
import { details } from './details.js'
import { evidence } from './evidence.js'
import { help } from './help.js'
import { mine } from './mine.js'
import { oneRecord } from './record.js'
import { essayCommand } from './essay.js'
import { rumour } from './rumour.js'
import { tipOffice } from './tip-office.js'
import { tipRoomCommand } from './tip-room.js'
import { tipCommand } from './tip.js'
import { total } from './total.js'
import { restoring, voiding } from './withdraw.js'

const list: readonly unknown[] = [
  help,
  voiding,
  restoring,
  essayCommand,
  rumour,
  tipCommand,
  tipRoomCommand,
  tipOffice,
  oneRecord,
  mine,
  evidence,
  details,
  total,
]

/** Every chat command, in the order they are tried; the first whose words fit answers. */
export const commands = list as readonly AnyCommand[]
