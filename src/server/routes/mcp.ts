/** For assistant programs. */
import type { RequestHandler, Response } from 'express'
import type { Desk } from '../../mcp/desk.ts'
import type { Bound } from '../bind.ts'
import { Refusal, toProblem } from '../problems.ts'

/** Somebody who is always there: a program that has gone away is noticed by its connection. */
const WAITING = { destroyed: false, req: { accepts: () => 'application/json' } } as unknown as Response

export const deskOf = ({ perform }: Pick<Bound, 'perform'>): Desk => ({
  perform: (name, { query = {}, parameters = {}, body }) =>
    perform(name, { search: searchOf(query), parameters, body, response: WAITING }),
  explain: (error) => toProblem(error).detail,
})

function searchOf(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat()) if (one !== undefined) search.append(name, String(one))
  return search
}

/** The protocol's library is loaded at the first request. */
export const mcpHandler =
  (desk: Desk, version: string): RequestHandler =>
  async (request, response) => {
    if (request.method !== 'POST')
      throw new Refusal(
        405,
        'Method not allowed',
        'The Model Context Protocol is spoken here by POST; nothing is sent unasked.',
        {
          Allow: 'POST',
        },
      )
    const { answerOverHttp } = await import('../../mcp/http.ts')
    await answerOverHttp(desk, version, request, response, request.body)
  }
