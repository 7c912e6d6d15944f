/** Computes positions off the main thread. */
import { arrange, type LayoutTask } from './arrange.ts'

self.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly task: LayoutTask }>) => {
  self.postMessage({ id: data.id, positions: arrange(data.task) })
}
