/**
 * Sends every request of wechat4u to the loopback stand-in, whatever host it names. Preload it in a process that
 * runs the built program (`node --import …/redirect.mjs`), with WEB_WECHAT_PORT set; tests call it themselves.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export function redirectTo(port) {
  const axios = createRequire(require.resolve('wechat4u'))('axios')
  const direct = axios.getAdapter('http')
  axios.defaults.adapter = (config) =>
    direct({ ...config, url: config.url.replace(/^https?:\/\/[^/]+/, `http://127.0.0.1:${port}`) })
}

if (process.env.WEB_WECHAT_PORT) redirectTo(process.env.WEB_WECHAT_PORT)
