import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask } from '../../src/core/mask.js'

test.each([
  ['电话13812345678', '电话138****5678'],
  ['电话１３８１２３４５６７８', '电话１３８****５６７８'],
  ['身份证450202195003071234', '身份证4502**********1234'],
  ['身份证45020219500307123X', '身份证4502**********123X'],
  ['卡号6222 0212 3456 7890 123', '卡号6222 **** **** ***0 123'],
  ['患者李桂花血糖高', '患者李**血糖高'],
  ['王大山患有高血压，已转诊', '王**患有高血压，已转诊'],
  ['听众120人，资料3000份', '听众120人，资料3000份'],
  ['2019年共210场33892人次', '2019年共210场33892人次'],
  ['讲糖尿病防治，主讲李明', '讲糖尿病防治，主讲李明'],
  ['李明老师讲高血压防治', '李明老师讲高血压防治'],
])('%s → %s', (text, masked) => expect(mask(text).text).toBe(masked))

test('a mask never changes the length, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (s) => mask(s).text.length === s.length),
  )
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...'0123456789-Xx 患者病人王李张得了高血压，０１９'),
        maxLength: 80,
      }),
      (s) => mask(s).text.length === s.length,
    ),
  )
})
