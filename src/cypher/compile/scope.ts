/** Which names stand for what at a place of the query, and where their values lie in a row. */
import { syntaxError } from '../errors.ts'
import type { ValueType } from '../values/value.ts'

/** What is known of a value before the query runs. */
export type StaticType = ValueType | 'any' | 'number' | 'relationships'

export interface Variable {
  readonly slot: number
  readonly type: StaticType
}

/** Places of a row, handed out one after the other. */
export class Slots {
  next = 0
  take(): number {
    return this.next++
  }
}

export class Scope {
  readonly slots: Slots
  readonly #names: ReadonlyMap<string, Variable>

  constructor(slots = new Slots(), names: ReadonlyMap<string, Variable> = new Map()) {
    this.slots = slots
    this.#names = names
  }

  find = (name: string): Variable | undefined => this.#names.get(name)

  /** @throws CypherError */
  need(name: string, at: number): Variable {
    const found = this.#names.get(name)
    if (found === undefined)
      throw syntaxError('UndefinedVariable', `"${name}" is not known here${this.#hint(name)}`, at)
    return found
  }

  get names(): readonly string[] {
    return [...this.#names.keys()]
  }

  /** A scope in which `name` is new, or hides what had the name. */
  with(name: string, type: StaticType): Scope {
    return this.withAll([[name, { slot: this.slots.take(), type }]])
  }

  withAll(variables: Iterable<readonly [string, Variable]>): Scope {
    return new Scope(this.slots, new Map([...this.#names, ...variables]))
  }

  #hint(name: string): string {
    const near = this.names.find((other) => other.toLowerCase() === name.toLowerCase())
    if (near !== undefined) return `; "${near}" is. Upper and lower case count`
    return this.names.length === 0 || this.names.length > 8 ? '' : `; known are: ${this.names.join(', ')}`
  }
}
