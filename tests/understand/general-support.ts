/** An association of our own for messages in many voices. */
const unit = (name: string, aliases: readonly string[]) => ({ name, aliases, parent: '临河市老科协' })
export const association = {
  name: '临河市老科协',
  units: [
    { name: '临河市老科协', aliases: ['市老科协', '市会'], parent: null },
    unit('河西区老科协', ['河西', '河西区']),
    unit('青石镇分会', ['青石', '青石镇']),
    unit('平川县老科协', ['平川', '平川县']),
    unit('医卫分会', ['医药卫生分会']),
    unit('农技分会', ['农业分会']),
    unit('纺织厂分会', ['纺织厂']),
    unit('银发讲师团', ['讲师团']),
  ],
  bot: { name: '小科', aliases: [] },
}
