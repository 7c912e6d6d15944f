/** The tree of a query as it was written. `at` is the offset of a part, in UTF-16 code units. */

interface At {
  readonly at: number
}

export interface Query {
  readonly parts: readonly SingleQuery[]
  /** One between each two parts. */
  readonly unions: readonly ({ readonly all: boolean } & At)[]
}

export interface SingleQuery {
  readonly clauses: readonly Clause[]
}

export type Clause = MatchClause | UnwindClause | WithClause | ReturnClause

export interface MatchClause extends At {
  readonly kind: 'match'
  readonly optional: boolean
  readonly patterns: readonly Pattern[]
  readonly where?: Expression | undefined
}

export interface UnwindClause extends At {
  readonly kind: 'unwind'
  readonly list: Expression
  readonly variable: string
}

export interface Projection extends At {
  readonly distinct: boolean
  readonly star: boolean
  readonly items: readonly ProjectionItem[]
  readonly order: readonly { readonly expression: Expression; readonly descending: boolean }[]
  readonly skip?: Expression | undefined
  readonly limit?: Expression | undefined
}

export interface WithClause extends Projection {
  readonly kind: 'with'
  readonly where?: Expression | undefined
}

export interface ReturnClause extends Projection {
  readonly kind: 'return'
}

export interface ProjectionItem extends At {
  readonly expression: Expression
  /** As written: the name of a column that has no other. */
  readonly text: string
  readonly alias?: string | undefined
}

// -------------------------------------------------------------------------------------------------------------- patterns

/** Nodes with relationships between them: `relationships[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface Pattern extends At {
  /** Name of the path. */
  readonly variable?: string | undefined
  readonly shortest?: 'one' | 'all'
  readonly nodes: readonly NodePattern[]
  readonly relationships: readonly RelationshipPattern[]
}

export interface NodePattern extends At {
  readonly variable?: string | undefined
  readonly labels?: LabelExpression | undefined
  readonly properties?: Expression | undefined
  readonly where?: Expression | undefined
}

export interface RelationshipPattern extends At {
  readonly variable?: string | undefined
  /** One of which it must have; any where empty. */
  readonly types: readonly string[]
  readonly direction: 'left' | 'right' | 'both'
  readonly range?: ({ readonly min: number; readonly max?: number } & At) | undefined
  readonly properties?: Expression | undefined
  readonly where?: Expression | undefined
}

export type LabelExpression =
  | { readonly op: 'label'; readonly name: string }
  | { readonly op: 'not'; readonly of: LabelExpression }
  | { readonly op: 'and' | 'or'; readonly left: LabelExpression; readonly right: LabelExpression }

// ----------------------------------------------------------------------------------------------------------- expressions

export type BinaryOperator =
  | 'and' | 'or' | 'xor' | '+' | '-' | '*' | '/' | '%' | '^' | 'in' | 'starts with' | 'ends with' | 'contains' | '=~' // biome-ignore format: one glance
export type ComparisonSign = '=' | '<>' | '<' | '<=' | '>' | '>='

export interface Expressions {
  literal: { readonly value: null | boolean | string }
  /** `digits` as written, with a minus where it belongs to the number. */
  number: { readonly digits: string; readonly float?: boolean }
  parameter: { readonly name: string }
  variable: { readonly name: string }
  property: { readonly of: Expression; readonly key: string }
  index: { readonly of: Expression; readonly index: Expression }
  slice: { readonly of: Expression; readonly from?: Expression; readonly to?: Expression }
  list: { readonly items: readonly Expression[] }
  map: { readonly entries: readonly { readonly key: string; readonly value: Expression }[] }
  mapProjection: { readonly name: string; readonly items: readonly ProjectedEntry[] }
  not: { readonly of: Expression }
  sign: { readonly sign: '-' | '+'; readonly of: Expression }
  binary: { readonly op: BinaryOperator; readonly left: Expression; readonly right: Expression }
  comparison: {
    readonly first: Expression
    /** `a < b <= c` is `a < b AND b <= c`. */
    readonly rest: readonly ({ readonly op: ComparisonSign; readonly right: Expression } & At)[]
  }
  isNull: { readonly of: Expression; readonly negated: boolean }
  hasLabels: { readonly of: Expression; readonly labels: LabelExpression }
  case: {
    readonly subject?: Expression
    readonly whens: readonly { readonly when: Expression; readonly result: Expression }[]
    readonly otherwise?: Expression
  }
  call: { readonly name: string; readonly distinct: boolean; readonly args: readonly Expression[] }
  countAll: object
  comprehension: {
    readonly variable: string
    readonly list: Expression
    readonly where?: Expression
    readonly map?: Expression
  }
  patternComprehension: { readonly pattern: Pattern; readonly where?: Expression; readonly map: Expression }
  quantifier: {
    readonly which: 'all' | 'any' | 'none' | 'single'
    readonly variable: string
    readonly list: Expression
    readonly where?: Expression
  }
  reduce: {
    readonly accumulator: string
    readonly initial: Expression
    readonly variable: string
    readonly list: Expression
    readonly step: Expression
  }
  /** Whether the pattern is found. `exists` where it was asked for by that word, which may stand anywhere. */
  pattern: { readonly pattern: Pattern; readonly exists?: boolean }
  shortest: { readonly pattern: Pattern }
  subquery: { readonly form: 'exists' | 'count' | 'collect'; readonly query: Query }
}

export type ExpressionKind = keyof Expressions
export type ExpressionOf<K extends ExpressionKind> = { readonly kind: K } & Expressions[K] & At
export type Expression = { [K in ExpressionKind]: ExpressionOf<K> }[ExpressionKind]

export type ProjectedEntry = { readonly all: true } | { readonly key: string; readonly value?: Expression }
