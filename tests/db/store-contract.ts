import { expect, test } from 'vitest'
import type { Database } from '../../src/store.js'
import { counting } from './contract/counting.js'
import { keeping } from './contract/keeping.js'
import { office } from './contract/office.js'
import { people } from './contract/people.js'
import { recording } from './contract/recording.js'
import { record, version } from './contract/samples.js'
import { saying } from './contract/saying.js'

const cases = [...keeping, ...people, ...recording, ...counting, ...saying, ...office]

/**
 * What every database must do for the house, whichever dialect it speaks. `open` gives an empty one and sees to its
 * closing.
 */
export function storeContract(name: string, open: () => Promise<Database>): void {
  test.each(cases)(`${name}: %s`, async (_, check) => {
    const database = await open()
    await database.work(check)
  })

  test(`${name}: works that arrive together are undone one by one`, async () => {
    const database = await open()
    const set = (key: string, fail = false) =>
      database.work(async (store) => {
        await store.settings.set(key, 'x')
        if (fail) throw new Error(key)
        return key
      })
    const outcomes = await Promise.allSettled([set('a'), set('b', true), set('c')])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const kept = await database.read((store) => store.settings.list(''))
    expect(kept.map((row) => row.key)).toEqual(['a', 'c'])
  })

  test(`${name}: a number taken by a work that fails is given again, one kept never`, async () => {
    const database = await open()
    const failed = database.work(async (store) => {
      await store.records.takeNo()
      throw new Error('undo')
    })
    await expect(failed).rejects.toThrow('undo')
    const take = () => database.work((store) => store.records.takeNo())
    expect(await Promise.all([take(), take(), take()])).toEqual([101, 102, 103])
  })

  test(`${name}: a record is not written twice`, async () => {
    const database = await open()
    const insert = () => database.work((store) => store.records.insert(record(101), version(record(101))))
    await insert()
    await expect(insert()).rejects.toThrow()
    expect(await database.read((store) => store.records.versions(101))).toHaveLength(1)
  })

  test(`${name}: a read refuses to write and the next work may`, async () => {
    const database = await open()
    await expect(database.read((store) => store.settings.set('a', '1'))).rejects.toThrow()
    await database.work((store) => store.settings.set('b', '2'))
    expect(await database.read((store) => store.settings.list(''))).toEqual([{ key: 'b', value: '2' }])
  })
}
