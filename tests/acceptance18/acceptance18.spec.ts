import { conversations } from '../replay/conversations.js'

conversations(new URL('./', import.meta.url), [
  'r32', // the menu of lecturers is not built; the program says so
])
