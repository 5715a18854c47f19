/** Hides secrets in a message for the log: the configured ones wherever they stand, and cookies by their look. */
export function redact(message: string, secrets: readonly string[]): string {
  let safe = message.split('\n')[0] ?? ''
  for (const secret of secrets) {
    if (secret.length < 4) continue
    safe = safe.replaceAll(secret, '***')
    // A token is `<SNI>_<uuid>`; errors also print the uuid alone.
    const bare = secret.slice(secret.indexOf('_') + 1)
    if (bare.length >= 8) safe = safe.replaceAll(bare, '***')
  }
  return safe
    .replace(/\b(wxsid|wxuin|skey|pass_ticket|webwx_[a-z_]{1,30}|synckey|token)=[^&;\s"']+/gi, '$1=***')
    .replace(/Invalid Wechaty TOKEN "[^"]*"/g, 'Invalid Wechaty TOKEN "***"')
    .slice(0, 300)
}

/** What an unknown thrown value says, redacted. */
export function reasonOf(error: unknown, secrets: readonly string[]): string {
  return redact(error instanceof Error ? error.message || error.name : String(error), secrets)
}
