/**
 * How a figure stands against its target, as the annual report prints it: 210 of 47 → 超额346.8%, exactly on it →
 * 完成100%, below → 完成75%，还差2. One decimal, trailing .0 dropped; halves round up. No target: null.
 */
export function standing(
  done: number,
  target: number | null | undefined,
): { readonly word: string; readonly short: number } | null {
  if (!target) return null
  if (done > target) return { word: `超额${percent(done - target, target)}%`, short: 0 }
  return { word: `完成${percent(done, target)}%`, short: target - done }
}

/** a/b in percent with one decimal, exact in integers: 163/47 → 346.8. */
export function percent(a: number, b: number): string {
  const tenths = Number((BigInt(a) * 2000n + BigInt(b)) / (BigInt(b) * 2n))
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1)
}
