import { describe, expect, test } from 'vitest'
import { indexGraph } from '../../src/cypher/graph/property-graph.ts'
import { graphOf, names, rows } from './support.ts'

describe('MATCH', () => {
  test.each([
    ['MATCH (n:City) RETURN n.name ORDER BY n.name', ['Averra', 'Muvani']],
    ['MATCH (n:Person:Actor) RETURN n.name ORDER BY n.name', ['Orla', 'Tomas']],
    ['MATCH (n:City|Event) RETURN n.name ORDER BY n.name', ['Averra', 'Muvani', 'Talks']],
    ['MATCH (n:Person&!Actor) RETURN n.name', ['Ilse']],
    ["MATCH (n {name: 'Ilse'}) RETURN n.age", ['52']],
    ["MATCH (n) WHERE n.name IN ['Ilse', 'Orla', null] RETURN n.name ORDER BY n.name", ['Ilse', 'Orla']],
    ["MATCH (n) WHERE elementId(n) = 'muvani' RETURN n.founded", ['1204']],
    ["MATCH (n {name: 'Orla'}) RETURN n.aliases[1]", ['Venn']],
    ['MATCH (e:Event) RETURN e.tolls.killed + e.tolls.wounded', ['5']],
    ['MATCH (a)-[:KNOWS]->(b) RETURN a.name, b.name ORDER BY a.name', ['Orla | Tomas', 'Tomas | Ilse']],
    ['MATCH (a)<-[:KNOWS]-(b) RETURN a.name, b.name ORDER BY a.name', ['Ilse | Tomas', 'Tomas | Orla']],
    ['MATCH (a)-[:KNOWS]-(b) RETURN count(*)', ['4']],
    [
      "MATCH (a {name: 'Orla'})-[r:KNOWS|ACCUSED]->(b) RETURN type(r), b.name ORDER BY b.name",
      ['ACCUSED | Ilse', 'KNOWS | Tomas'],
    ],
    ['MATCH (a)-[r {since: 2010}]->(b) RETURN b.name', ['Ilse']],
    ['MATCH (a)-[r:KNOWS WHERE r.since < 2005]->(b WHERE b.age > 30) RETURN b.name', ['Tomas']],
    [
      'MATCH (a)-[:LIVES_IN]->(c)<-[:LIVES_IN]-(b) RETURN a.name, b.name ORDER BY a.name',
      ['Orla | Tomas', 'Tomas | Orla'],
    ],
    ['MATCH (a:Person)-->(c:City), (b:Person)-->(c) WHERE a.name < b.name RETURN a.name, b.name', ['Orla | Tomas']],
    ['MATCH (a:City), (b:City) WHERE a <> b RETURN count(*)', ['2']],
    ['MATCH (a)-[r]->(b) MATCH (a)-[r]->(c) RETURN count(*)', ['10']],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })

  test('a relationship without direction is found from both ends, whatever way the arrow points', () => {
    const both = ['Ilse | Orla', 'Orla | Ilse']
    for (const pattern of ['(a)-[:MET_WITH]->(b)', '(a)<-[:MET_WITH]-(b)', '(a)-[:MET_WITH]-(b)'])
      expect(names(`MATCH ${pattern} RETURN a.name, b.name ORDER BY a.name`)).toEqual(both)
  })

  test('no relationship is passed twice, not even a loop', () => {
    const loop = indexGraph(graphOf([['a', 'A'], ['b', 'B']], [['a->a', 'R'], ['a->b', 'R'], ['b--b', 'R']])) // biome-ignore format: short
    expect(rows('MATCH (x)-[r]-(y) RETURN count(*)', loop)).toEqual(['4'])
    expect(rows('MATCH (x:A)-[*]->(y) RETURN count(*)', loop)).toEqual(['5'])
    expect(rows('MATCH (x)-[r]->(y)-[s]->(z) WHERE r = s RETURN count(*)', loop)).toEqual(['0'])
  })

  test('null leads nowhere', () => {
    expect(rows('OPTIONAL MATCH (a:Nobody) MATCH (a)-->(b) RETURN b')).toEqual([])
    expect(rows('OPTIONAL MATCH (a:Nobody) OPTIONAL MATCH (a)-->(b) RETURN a, b')).toEqual(['null | null'])
  })
})

describe('OPTIONAL MATCH', () => {
  test.each([
    [
      'MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b) RETURN a.name, b.name ORDER BY a.name',
      ['Ilse | null', 'Orla | Tomas', 'Tomas | Ilse'],
    ],
    [
      'MATCH (a:City) OPTIONAL MATCH (a)<--(p) WHERE p.age > 40 RETURN a.name, p.name ORDER BY a.name',
      ['Averra | Orla', 'Muvani | Ilse'],
    ],
    ['OPTIONAL MATCH (a:Nobody) RETURN a, a.name, labels(a), count(*)', ['null | null | null | 1']],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
})

describe('paths of several lengths', () => {
  test.each([
    ["MATCH (a {name: 'Orla'})-[:KNOWS*]->(b) RETURN b.name ORDER BY b.name", ['Ilse', 'Tomas']],
    ["MATCH (a {name: 'Orla'})-[:KNOWS*0..1]->(b) RETURN b.name ORDER BY b.name", ['Orla', 'Tomas']],
    ["MATCH (a {name: 'Orla'})-[:KNOWS*2]->(b) RETURN b.name", ['Ilse']],
    [
      "MATCH p = (a {name: 'Orla'})-[:KNOWS*..3]->(b) RETURN [n IN nodes(p) | n.name] ORDER BY length(p)",
      ['[Orla, Tomas]', '[Orla, Tomas, Ilse]'],
    ],
    [
      "MATCH (a {name: 'Ilse'})<-[rs:KNOWS*]-(b) RETURN b.name, [r IN rs | r.since] ORDER BY size(rs)",
      ['Tomas | [2010]', 'Orla | [2010, 2001]'],
    ],
    ["MATCH (a {name: 'Orla'})-[:KNOWS* {since: 2001}]->(b) RETURN b.name", ['Tomas']],
    ['MATCH (a)-[r:KNOWS* WHERE r.since > 2005]->(b) RETURN a.name, b.name', ['Tomas | Ilse']],
    [
      "MATCH p = (:City {name: 'Averra'})<-[:LIVES_IN]-()-[:KNOWS*]->()-[:LIVES_IN]->(:City) RETURN length(p) ORDER BY length(p)",
      ['3', '3', '4'],
    ],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
})

describe('shortest paths', () => {
  test.each([
    ["MATCH p = shortestPath((a {name: 'Tomas'})-[*]-(b {name: 'Talks'})) RETURN length(p)", ['2']],
    [
      "MATCH p = allShortestPaths((a {name: 'Tomas'})-[*]-(b {name: 'Talks'})) RETURN [n IN nodes(p) | n.name] AS n ORDER BY n",
      ['[Tomas, Ilse, Talks]', '[Tomas, Orla, Talks]'],
    ],
    ["MATCH p = shortestPath((a {name: 'Averra'})-[:KNOWS*]-(b {name: 'Talks'})) RETURN p", []],
    ["MATCH p = shortestPath((a {name: 'Tomas'})-[*..1]-(b {name: 'Talks'})) RETURN p", []],
    [
      "MATCH p = shortestPath((a {name: 'Tomas'})-[*]->(b {name: 'Talks'})) RETURN [r IN relationships(p) | type(r)]",
      ['[KNOWS, JOINED]'],
    ],
    ["MATCH (a {name: 'Orla'}), (b {name: 'Muvani'}) RETURN length(shortestPath((a)-[*]-(b)))", ['2']],
    ["MATCH (a {name: 'Orla'}), (b {name: 'Orla'}) RETURN length(shortestPath((a)-[*0..]-(b)))", ['0']],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
})

describe('patterns in expressions', () => {
  test.each([
    ['MATCH (n:Person) WHERE (n)-[:ACCUSED]->() RETURN n.name', ['Orla']],
    [
      "MATCH (n:Person) WHERE NOT (n)-[:KNOWS]->(:Person {name: 'Ilse'}) RETURN n.name ORDER BY n.name",
      ['Ilse', 'Orla'],
    ],
    ['MATCH (n:Person) RETURN n.name, [(n)-[:LIVES_IN]->(c) | c.name][0] ORDER BY n.name LIMIT 1', ['Ilse | Muvani']],
    [
      'MATCH (n:Person) RETURN n.name, size([(n)-->(m:Person) WHERE m.age > 40 | m]) AS k ORDER BY k DESC, n.name LIMIT 1',
      ['Orla | 2'],
    ],
    ['MATCH (n:Person) WHERE EXISTS { (n)-->(e:Event) WHERE n.age > 50 } RETURN n.name', ['Ilse']],
    ['MATCH (n) WHERE EXISTS { MATCH (n)<--(m) WITH count(m) AS k WHERE k = 3 RETURN k } RETURN n.name', ['Ilse']],
    ['MATCH (c:City) RETURN c.name, COUNT { (c)<-[:LIVES_IN]-() } AS k ORDER BY k', ['Muvani | 1', 'Averra | 2']],
    [
      'MATCH (c:City) RETURN c.name, COLLECT { MATCH (c)<--(p) RETURN p.name ORDER BY p.name } AS l ORDER BY c.name',
      ['Averra | [Orla, Tomas]', 'Muvani | [Ilse]'],
    ],
    [
      'MATCH (n:Person) RETURN n {.name, city: [(n)-[:LIVES_IN]->(c) | c.name][0]} AS m ORDER BY n.name LIMIT 1',
      ['{name: Ilse, city: Muvani}'],
    ],
    [
      "MATCH (n {name: 'Orla'}) RETURN exists(n.age), exists(n.fame), exists((n)-->(:Event)), n:Actor, n:City",
      ['true | false | true | true | false'],
    ],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
})
