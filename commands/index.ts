import type { AnyCommand } from '../src/command.js'
import { help } from './help.js'
import { total } from './total.js'
import { restoring, voiding } from './withdraw.js'

/** Every chat command, in the order they are tried; the first whose words fit answers. */
export const commands: readonly AnyCommand[] = [
  help,
  voiding,
  restoring,
  total,
] as readonly unknown[] as readonly AnyCommand[]
