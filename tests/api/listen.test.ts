import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { InvalidInputError } from '../../src/model/errors.ts'
import { listen } from '../../src/server/listen.ts'

const app = () => express().get('/', (_request, response) => void response.send('here'))

/** A port that somebody else has. */
async function takenPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

test('the next free port where one is taken', async () => {
  const port = await takenPort()
  const listening = await listen(app(), { host: '127.0.0.1', port, explicit: false })
  expect(listening.port).toBeGreaterThan(port)
  expect(await (await fetch(listening.url)).text()).toBe('here')
  await listening.close()
})

test('a port that was named and is taken is an error with a remedy', async () => {
  const port = await takenPort()
  const trying = listen(app(), { host: '127.0.0.1', port, explicit: true })
  await expect(trying).rejects.toThrow(InvalidInputError)
  await expect(trying).rejects.toThrow(`Port ${port} is taken by another program. Name another one with --port.`)
})

test('a host that is not of this machine is an error', async () => {
  await expect(listen(app(), { host: '192.0.2.1', port: 0, explicit: false })).rejects.toMatchObject({ field: 'host' })
})

test('closing lets a request in progress finish, and takes no other', async () => {
  let release = (): void => {}
  let arrived = (): void => {}
  const busy = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const slow = express().get('/', async (_request, response) => {
    arrived()
    await new Promise<void>((resolve) => {
      release = resolve
    })
    response.send('done')
  })
  const listening = await listen(slow, { host: '127.0.0.1', port: 0, explicit: false })
  const asked = fetch(listening.url).then((response) => response.text())
  await busy
  const closed = listening.close()
  release()
  expect(await asked).toBe('done')
  await closed
  await expect(fetch(listening.url)).rejects.toThrow()
})
