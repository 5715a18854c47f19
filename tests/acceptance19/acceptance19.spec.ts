import { conversations } from '../replay/conversations.js'

conversations(new URL('./', import.meta.url), ['s22', 's23', 's31', 's32', 's38'])
