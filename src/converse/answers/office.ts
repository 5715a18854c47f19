// Answers to questions that commands of the office and of branches ask.
export { answerClose } from './close.js'
export { answerErase } from './erase.js'
export { answerHandover } from './handover.js'
export { answerPlanResult } from './plan.js'
export { answerZero } from './zero.js'
