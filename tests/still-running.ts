import type { Reporter, TestModule } from 'vitest/node'

/**
 * Names the spec files that run for minutes. A worker that is busy in one loop answers no test timeout, and without
 * this a run that hangs says nothing of where.
 */
export default class StillRunning implements Reporter {
  readonly #since = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  onInit(): void {
    this.#timer = setInterval(() => this.#tell(), 60_000).unref()
  }

  onTestModuleQueued(module: TestModule): void {
    this.#since.set(module.relativeModuleId, Date.now())
  }

  onTestModuleEnd(module: TestModule): void {
    this.#since.delete(module.relativeModuleId)
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer)
  }

  #tell(): void {
    for (const [file, at] of this.#since) {
      const minutes = Math.floor((Date.now() - at) / 60_000)
      if (minutes >= 2) console.error(`${file} has been running for ${minutes} minutes`)
    }
  }
}
