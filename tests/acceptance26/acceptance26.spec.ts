import { conversations } from '../replay/conversations.js'

conversations(new URL('./', import.meta.url))
