// Where somebody goes as a patient or a pupil: 明天我要去县医院量血压 announces nothing; pure.

const rows: readonly RegExp[] = [
  /[去到上往][^，,。]{0,10}?(?:医院|卫生院|诊所|门诊部?|卫生室|卫生站|卫生服务中心|保健院)[里那边儿]{0,2}去?(?:咨询(?!服务|活动|[台点会日站])|量一?[量下]?血压|看一?[看下]?(?:病|医生|大夫|专家|门诊)|(?:做个?)?(?:检查|体检|复查)|拿药|打针)/,
  /[去到上往][^，,。]{0,10}?(?:老年大学|老年学校|老干部大学|夜校|电大)[里那边儿]{0,2}去?(?:上课|听课|听讲座?|听一?[堂节场]|学(?!员|生|们))/,
]
/** One's own doing there. */
const does = /给|为|替|义诊|宣[讲传]|培训|授课|(?<!听)讲|[办搞]|专家咨询/

export const goesAsGuest = (words: string): boolean =>
  !does.test(words) && rows.some((row) => row.test(words))
