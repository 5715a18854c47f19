import type { Random } from './random.js'

export interface Unit {
  readonly name: string
  /** How people say it. */
  readonly short: string
  readonly parent: string | null
}
export interface Person {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly role: 'secretariat' | 'contact' | 'member'
  /** In the org file; the others are bound by their first report. */
  readonly known: boolean
}
export interface Association {
  readonly root: string
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly rooms: readonly { readonly name: string; readonly unit: string }[]
  /** The org file as YAML. */
  readonly file: string
  readonly above: (unit: string) => readonly string[]
  readonly below: (unit: string) => readonly string[]
}

const root = '江桥市老科协'
/** Twelve branches on two levels: two of the counties have two townships each. */
const tree: readonly (readonly [place: string, short: string, parent: string | null])[] = [
  ['东湖区', '东湖', null],
  ['西塘区', '西塘', null],
  ['南岭县', '南岭', null],
  ['北原县', '北原', null],
  ['青河县', '青河', null],
  ['白沙县', '白沙', null],
  ['石门县', '石门', null],
  ['云台县', '云台', null],
  ['柳湾镇', '柳湾', '南岭县'],
  ['黄坪镇', '黄坪', '南岭县'],
  ['古渡镇', '古渡', '北原县'],
  ['高田镇', '高田', '北原县'],
]
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪石',
]
const given = ['玉兰', '建国', '秀英', '志明', '桂芳', '文华', '德明', '素珍', '国平', '丽华', '永年', '春生']

/** Sixty people: two of the office, a contact for every branch, members; every tenth is in no org file. */
export function associationOf({ pick, int, chance }: Random): Association {
  const units: Unit[] = [
    { name: root, short: '市会', parent: null },
    ...tree.map(([place, short, parent]) => ({
      name: `${place}老科协`,
      short,
      parent: parent === null ? root : `${parent}老科协`,
    })),
  ]
  const branches = units.slice(1)
  const person = (i: number, unit: string, role: Person['role']): Person => ({
    id: `wx_${i}`,
    name: `${surnames[i % surnames.length]}${given[(i * 5 + int(0, 3)) % given.length]}`,
    unit,
    role,
    known: role !== 'member' || !chance(0.12),
  })
  const people = [
    person(0, root, 'secretariat'),
    person(1, root, 'secretariat'),
    ...branches.map((u, i) => person(2 + i, u.name, 'contact')),
    ...Array.from({ length: 60 - 2 - branches.length }, (_, i) =>
      person(14 + i, pick(branches).name, 'member'),
    ),
  ]
  const rooms = [
    { name: '江桥市老科协会员群', unit: root },
    ...branches.filter((u) => u.parent === root).map((u) => ({ name: `${u.name}会员群`, unit: u.name })),
  ]
  const above = (unit: string): string[] => {
    const parent = units.find((u) => u.name === unit)?.parent ?? null
    return parent === null ? [unit] : [unit, ...above(parent)]
  }
  const below = (unit: string): string[] => [
    unit,
    ...units.filter((u) => u.parent === unit).flatMap((u) => below(u.name)),
  ]
  return { root, units, people, rooms, file: fileOf(units, people, rooms), above, below }
}

function fileOf(units: readonly Unit[], people: readonly Person[], rooms: Association['rooms']): string {
  const place = (u: Unit): string => u.name.replace('老科协', '')
  return [
    `name: ${root}`,
    'timezone: Asia/Shanghai',
    'bot: { name: 小科 }',
    'units:',
    ...units.map((u) =>
      u.parent === null
        ? `  - { name: ${u.name}, aliases: [市老科协, 市会] }`
        : `  - { name: ${u.name}, parent: ${u.parent}, aliases: [${place(u)}, ${u.short}] }`,
    ),
    'people:',
    ...people
      .filter((p) => p.known)
      .map((p) => `  - { id: ${p.id}, name: ${p.name}, unit: ${p.unit}, role: ${p.role} }`),
    'rooms:',
    ...rooms.map((r) => `  - { name: ${r.name}, unit: ${r.unit}, tips: 'off' }`),
    'indicators:',
    '  - { name: 科学素质演讲, kinds: [lecture, publicity] }',
    'targets:',
    `  - { year: 2025, unit: ${root}, indicator: 科学素质演讲, sessions: 100, attendance: 9000 }`,
    '',
  ].join('\n')
}
