import type { Answer } from './index.js'

// Answers to questions that commands of the office and of branches ask.
export { answerPlanResult } from './plan.js'
export { answerZero } from './zero.js'

/** 现在结 / 先办完 is read by the command itself. */
export const answerClose: Answer = async () => null
export const answerErase: Answer = async () => null
export const answerHandover: Answer = async () => null
