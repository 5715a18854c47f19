import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { setup, failure } from './dialect-support.js'

test.each([
  ['a BigInt in the safe range', 12n, 12],
  ['a negative BigInt', -(2n ** 40n), -(2 ** 40)],
  ['the largest safe integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ['null', null, null],
  ['text with NUL', 'a\0b', 'a\uFFFDb'],
  ['a lone surrogate', '\ud800x', '\uFFFDx'],
  ['what lies outside the basic plane', '😀𠮷', '😀𠮷'],
])('binds %s', async (_, value, expected) => {
  const { db } = await setup()
  const { rows } = await sql<{ x: unknown }>`select ${value} as x`.execute(db)
  expect(rows).toEqual([{ x: expected }])
})

test.each([
  ['a BigInt beyond the safe range', 2n ** 53n],
  ['an integer beyond the safe range', 2 ** 60],
  ['an object', { a: 1 }],
  ['an array', [1]],
  ['a Date', new Date(0)],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['a boolean', true],
])('refuses to bind %s', async (_, value) => {
  const { db } = await setup()
  await expect(sql`insert into note (words) values (${value})`.execute(db)).rejects.toThrow(TypeError)
  expect(await db.selectFrom('note').selectAll().execute()).toEqual([])
})

test.each([
  ['one parameter too few', 'select ? as a, ? as b', [1], false],
  ['one too many', 'select ? as a', [1, 2], false],
  ['question marks within quotes and comments', `select '?' as "a?", ? as b -- ?\n /* ? */`, [1], true],
])('counts parameters: %s', async (_, statement, parameters, fits) => {
  const { db } = await setup()
  const error = await failure(db.executeQuery(CompiledQuery.raw(statement, parameters)))
  expect(error instanceof TypeError).toBe(!fits)
})

test('integers of more than 31 bits stay integers', async () => {
  const { db } = await setup()
  const ms = 1763700000123
  const { rows } = await sql`select typeof(${ms}) as type, ${ms} / 1000 as seconds`.execute(db)
  expect(rows).toEqual([{ type: 'integer', seconds: 1763700000 }])
})
