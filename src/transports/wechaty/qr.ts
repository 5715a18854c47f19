import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import QRCode from 'qrcode'

export const qrFileName = 'wechat-login.png'

/** Draws a login code as `FOLDER/wechat-login.png` and gives it for the terminal too. */
export async function drawQr(folder: string, url: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await QRCode.toFile(join(folder, qrFileName), url, { width: 480, margin: 4 })
  return QRCode.toString(url, { type: 'terminal', small: true })
}

/** Takes the picture away after login: an old code only confuses. */
export const removeQr = (folder: string): Promise<void> => rm(join(folder, qrFileName), { force: true })
