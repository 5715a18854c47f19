import type { Answer } from './index.js'

// Answers to questions that commands of the office and of branches ask.
export { answerClose } from './close.js'
export { answerPlanResult } from './plan.js'
export { answerZero } from './zero.js'

export const answerErase: Answer = async () => null
export const answerHandover: Answer = async () => null
