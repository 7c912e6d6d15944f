/** A list of whole numbers below 2^32 that grows, four bytes each. */
export class Column {
  #values: Uint32Array
  constructor(values: Uint32Array = new Uint32Array(64)) {
    this.#values = values
  }

  /** 0 where nothing was set. */
  get(row: number): number {
    return this.#values[row] ?? 0
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      const larger = new Uint32Array(Math.max(Math.ceil(1.5 * this.#values.length), row + 1))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[row] = value
  }
}
