/** What the tools of assistants are carried out by: the operations of the API, in this process. */
import type { OperationName } from '../api/operations.ts'

export interface Asking {
  /** Values of the query string; lists for what may stand several times. */
  readonly query?: Readonly<Record<string, unknown>>
  readonly parameters?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface Desk {
  /** The answer of an operation. @throws what is wrong with the call */
  readonly perform: (name: OperationName, asking: Asking) => Promise<unknown>
  /** What went wrong, in a sentence for whoever asked. */
  readonly explain: (error: unknown) => string
}
