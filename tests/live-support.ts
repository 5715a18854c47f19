import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoke-live-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** Writes a file into a folder and gives its path. */
export function fileIn(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A small association; the zone can be chosen so that it is daytime there now. */
export const smallOrg = (timezone = 'Asia/Shanghai'): string => `
name: 清河市老科协
timezone: ${timezone}
units:
  - { name: 清河市老科协, aliases: [市会] }
  - { name: 城东区老科协, parent: 清河市老科协, aliases: [城东, 城东区] }
  - { name: 南山县老科协, parent: 清河市老科协, aliases: [南山, 南山县] }
people:
  - { id: wxid_zhou, name: 周敏, role: secretariat }
  - { id: wxid_wang, name: 王秀兰, unit: 城东区老科协, role: contact }
  - { id: wxid_li, name: 李建国, unit: 南山县老科协 }
rooms:
  - { name: 城东区老科协会员群, unit: 城东区老科协, tips: 'off' }
  - { name: 南山县老科协群, unit: 南山县老科协, tips: 'off' }
`
