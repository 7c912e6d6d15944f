/** Asks the worker for positions; a newer question makes an older one pointless. */
import type { Position } from '../../graph/layout.ts'
import type { LayoutTask } from './arrange.ts'

export interface LayoutClient {
  /** Resolves with undefined when a newer task overtook this one. */
  arrange(task: LayoutTask): Promise<ReadonlyMap<string, Position> | undefined>
}

export function createLayoutClient(): LayoutClient {
  const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
  let latest = 0
  return {
    arrange(task) {
      const id = ++latest
      return new Promise((resolve, reject) => {
        const done = (event: MessageEvent<{ id: number; positions: Map<string, Position> }>): void => {
          if (event.data.id !== id) return
          worker.removeEventListener('message', done)
          worker.removeEventListener('error', failed)
          resolve(id === latest ? event.data.positions : undefined)
        }
        const failed = (event: ErrorEvent): void => reject(new Error(event.message || 'the layout failed'))
        worker.addEventListener('message', done)
        worker.addEventListener('error', failed)
        worker.postMessage({ id, task })
      })
    },
  }
}
