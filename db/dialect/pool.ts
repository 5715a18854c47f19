/** Hands things out first come, first served: what is given back goes to the oldest waiter, so none is overtaken. */
export interface Pool<T> {
  take(): Promise<T>
  give(item: T): void
  /** Takes for the time of `work`. */
  use<R>(work: (item: T) => Promise<R>): Promise<R>
}

export function pool<T>(items: readonly T[]): Pool<T> {
  const free = [...items]
  const waiting: ((item: T) => void)[] = []

  const take = (): Promise<T> => {
    const item = free.pop()
    return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item)
  }
  const give = (item: T): void => {
    const next = waiting.shift()
    if (next) next(item)
    else free.push(item)
  }
  return {
    take,
    give,
    async use(work) {
      const item = await take()
      try {
        return await work(item)
      } finally {
        give(item)
      }
    },
  }
}
