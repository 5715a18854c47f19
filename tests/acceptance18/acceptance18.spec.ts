import { conversations } from '../replay/conversations.js'

conversations(new URL('./', import.meta.url), [
  'r03',
  'r06',
  'r08',
  'r09',
  'r10',
  'r11',
  'r12',
  'r13',
  'r15',
  'r17',
  'r18',
  'r19',
  'r22',
  'r29',
  'r32', // the menu of lecturers is not built; the program says so
  'r33',
])
