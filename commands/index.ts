import type { AnyCommand } from '../src/command.js'
import { details } from './details.js'
import { evidence } from './evidence.js'
import { help } from './help.js'
import { mine } from './mine.js'
import { oneRecord } from './record.js'
import { total } from './total.js'
import { restoring, voiding } from './withdraw.js'

const list: readonly unknown[] = [help, voiding, restoring, oneRecord, mine, evidence, details, total]

/** Every chat command, in the order they are tried; the first whose words fit answers. */
export const commands = list as readonly AnyCommand[]
