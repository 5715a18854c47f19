import type { AnyCommand } from '../src/command.js'
import { about } from './about.js'
import { behind } from './behind.js'
import { details } from './details.js'
import { evidence } from './evidence.js'
import { help } from './help.js'
import { identify } from './identify.js'
import { mine } from './mine.js'
import { myPlans } from './my-plans.js'
import { oneRecord } from './record.js'
import { essayCommand } from './essay.js'
import { essayReview } from './essay-review.js'
import { received } from './received.js'
import { rumour } from './rumour.js'
import { rumourAnswer } from './rumour-answer.js'
import { tipOffice } from './tip-office.js'
import { tipSign } from './tip-sign.js'
import { tipRoomCommand } from './tip-room.js'
import { tipCommand } from './tip.js'
import { close, difference } from './close.js'
import { closed } from './closed.js'
import { gaps, reminding } from './gaps.js'
import { handover } from './handover.js'
import { merging, offered, rejecting, sameEvent, splitting } from './joint.js'
import { largest } from './largest.js'
import { later } from './later.js'
import { booking, dismissing, missed } from './missed.js'
import { eraseMe, myData } from './privacy.js'
import { keepSources } from './keep-sources.js'
import { ranking } from './ranking.js'
import { none } from './none.js'
import { quiet } from './quiet.js'
import { reminders } from './reminders.js'
import { singled } from './singled.js'
import { setTarget } from './set-target.js'
import { task } from './task.js'
import { settling, todo } from './todo.js'
import { zero } from './zero.js'
import { total } from './total.js'
import { restoring, voiding } from './withdraw.js'

const list: readonly unknown[] = [
  help,
  about,
  voiding,
  restoring,
  essayReview,
  essayCommand,
  rumourAnswer,
  rumour,
  tipCommand,
  tipOffice,
  tipRoomCommand,
  tipSign,
  merging,
  splitting,
  rejecting,
  sameEvent,
  offered,
  todo,
  settling,
  booking,
  dismissing,
  missed,
  handover,
  myData,
  eraseMe,
  identify,
  oneRecord,
  received,
  singled,
  largest,
  myPlans,
  mine,
  evidence,
  behind,
  details,
  quiet,
  keepSources,
  reminders,
  reminding,
  gaps,
  none,
  closed,
  close,
  difference,
  setTarget,
  task,
  zero,
  ranking,
  later,
  total,
]

/** Every chat command, in the order they are tried; the first whose words fit answers. */
export const commands = list as readonly AnyCommand[]
