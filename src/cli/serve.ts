import { guarded, readOptions, Stop } from './options.js'

/** `xiaoke serve --config FILE`: live. */
export const run = (argv: string[]): Promise<number> =>
  guarded(async () => {
    readOptions(argv, { config: 'text' })
    throw new Stop(1, '接入聊天群这一步还没有做好，请先用 xiaoke start 打开练习室')
  })
