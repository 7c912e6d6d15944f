/** Reads the scripts that `writeCypher` writes, as strictly as a database would, and carries them out. */

type Value = string | number | boolean | Value[] | { readonly [name: string]: Value }
type Map = { readonly [name: string]: Value }

export interface Imported {
  readonly nodes: Readonly<Record<string, { labels: string[]; properties: Map }>>
  readonly relationships: readonly { type: string; source: string; target: string; properties: Map }[]
}

const STATEMENT =
  /^UNWIND (\[[\s\S]*\]) AS row\n(?:MERGE \(n:Node \{key: row\.key\}\)\nSET n \+= row, n:([\w:]+)|MATCH \(a:Node \{key: row\.source\}\), \(b:Node \{key: row\.target\}\)\nMERGE \(a\)-\[r:(\w+) \{key: row\.properties\.key\}\]->\(b\)\nSET r \+= row\.properties)$/

export function readCypher(script: string): Imported {
  const nodes: Record<string, { labels: string[]; properties: Map }> = {}
  const relationships: Imported['relationships'][number][] = []
  for (const statement of statementsOf(script)) {
    if (/^CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:Node\) REQUIRE n\.key IS UNIQUE$/.test(statement)) continue
    const match = STATEMENT.exec(statement)
    if (match === null) throw new Error(`no statement: ${statement.slice(0, 200)}`)
    const [, list = '', labels, type] = match
    for (const row of new Reader(list).whole() as Map[]) {
      if (labels !== undefined) nodes[String(row['key'])] = { labels: labels.split(':'), properties: row }
      else {
        const [source, target] = [String(row['source']), String(row['target'])]
        if (nodes[source] === undefined || nodes[target] === undefined) throw new Error('an end that is not there')
        relationships.push({ type: type ?? '', source, target, properties: row['properties'] as Map })
      }
    }
  }
  return { nodes, relationships }
}

/** Comments stand on lines of their own; a semicolon ends a statement, but not within a string. */
function statementsOf(script: string): string[] {
  const statements: string[] = []
  let [start, quoted] = [0, false]
  const text = script.replace(/^\/\/.*\n/gm, '')
  for (let i = 0; i < text.length; i++) {
    if (quoted && text[i] === '\\') i++
    else if (text[i] === "'") quoted = !quoted
    else if (text[i] === ';' && !quoted) {
      statements.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  if (quoted || text.slice(start).trim() !== '') throw new Error('the script ends in the middle')
  return statements
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'" }

class Reader {
  readonly #text: string
  #at = 0
  constructor(text: string) {
    this.#text = text
  }

  whole(): Value {
    const value = this.#value()
    this.#space()
    if (this.#at !== this.#text.length)
      throw new Error(`more than a value: ${this.#text.slice(this.#at, this.#at + 40)}`)
    return value
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++
  }

  #take(what: string): boolean {
    this.#space()
    if (!this.#text.startsWith(what, this.#at)) return false
    this.#at += what.length
    return true
  }

  #match(pattern: RegExp): string {
    this.#space()
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) throw new Error(`unexpected: ${this.#text.slice(this.#at, this.#at + 40)}`)
    this.#at += found.length
    return found
  }

  #value(): Value {
    if (this.#take('[')) return this.#items(']', () => this.#value())
    if (this.#take('{')) return Object.fromEntries(this.#items('}', () => this.#entry()))
    if (this.#take('true')) return true
    if (this.#take('false')) return false
    if (this.#text[this.#at] === "'") return this.#string()
    return Number(this.#match(/-?\d+(\.\d+)?(e[+-]?\d+)?/y))
  }

  #entry(): [string, Value] {
    const name = this.#match(/[A-Za-z]\w*/y)
    if (!this.#take(':')) throw new Error(`no value for ${name}`)
    return [name, this.#value()]
  }

  #items<T>(end: string, item: () => T): T[] {
    const items: T[] = []
    if (this.#take(end)) return items
    do items.push(item())
    while (this.#take(','))
    if (!this.#take(end)) throw new Error(`no ${end}`)
    return items
  }

  #string(): string {
    const raw = this.#match(/'(?:[^'\\\u0000-\u001f]|\\.)*'/y)
    return raw.slice(1, -1).replace(/\\(?:u([0-9a-f]{4})|(.))/g, (_, hex: string | undefined, sign: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
      const meant = ESCAPED[sign]
      if (meant === undefined) throw new Error(`unknown escape \\${sign}`)
      return meant
    })
  }
}
