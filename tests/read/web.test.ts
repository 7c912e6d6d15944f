/** Pages from a server on this machine: what may be asked, what is heeded, what is refused. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isPrivate } from '../../src/read/web/addresses.ts'
import { type FetchOptions, fetchSource } from '../../src/read/web/fetch.ts'
import { createFollower } from '../../src/read/web/robots.ts'
import { only, readBytes, readSource } from './support.ts'

const OPEN: FetchOptions = { agent: 'dragoman/1.2.3', forbids: () => false }

type Answer = string | Buffer | { status?: number; headers?: Record<string, string>; body?: string | Buffer }

/** @returns its address, and which paths were asked for */
async function serve(
  answers: Readonly<Record<string, Answer>>,
  host = '127.0.0.1',
): Promise<{ url: string; asked: string[]; port: number }> {
  const asked: string[] = []
  const listener: RequestListener = ({ url = '' }, response) => {
    asked.push(url)
    const answer = answers[url]
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof answer === 'object' && !Buffer.isBuffer(answer)
      ? answer
      : { body: answer ?? '', status: answer === undefined ? 404 : 200 }
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body)
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://${host}:${port}`, asked, port }
}

const ARTICLE =
  '<article><h1>Talks</h1><p>Orla Venn met Tomas Reck in Karsholm, and they agreed to meet again soon.</p></article>'

describe('a page that is named', () => {
  test('is read under its address', async () => {
    const { url } = await serve({ '/2031/03/04/talks': `<title>Talks</title>${ARTICLE}` })
    const document = only(await readSource(await fetchSource(`${url}/2031/03/04/talks`, OPEN)))
    expect(document).toMatchObject({
      title: 'Talks',
      date: '2031-03-04',
      origin: `${url}/2031/03/04/talks`,
      provenance: { format: 'html', dateFrom: 'file name' },
    })
    expect(document.text).toContain('Orla Venn met Tomas Reck')
  })

  test('may be packed on its way, and sent on', async () => {
    const { url } = await serve({
      '/a': { status: 301, headers: { location: '/b' } },
      '/b': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(ARTICLE) },
    })
    expect(only(await readSource(await fetchSource(`${url}/a`, OPEN))).text).toContain('Orla Venn')
  })

  test('has the format that its server declares', async () => {
    const body = 'title,text\nTalks,Orla Venn spoke.\n'
    const { url } = await serve({ '/export?x=1': { headers: { 'content-type': 'text/csv; charset=utf-8' }, body } })
    expect(only(await readSource(await fetchSource(`${url}/export?x=1`, OPEN)))).toMatchObject({ title: 'Talks' })
  })

  const tooLarge = 'a'.repeat(2000)
  test.each<[why: string, path: string, answers: Record<string, Answer>, message: string]>([
    ['is not there', '/a', {}, 'its server answers 404. Open it in a browser, save it'],
    ['is too large', '/a', { '/a': tooLarge }, 'it is larger than 1 KB'],
    [
      'unpacks to too much',
      '/a',
      { '/a': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(tooLarge) } },
      'it is larger than 1 KB',
    ],
    [
      'turns in a circle',
      '/a',
      { '/a': { status: 302, headers: { location: '/a' } } },
      'sends us on more than 5 times',
    ],
    [
      'leads to a file',
      '/a',
      { '/a': { status: 302, headers: { location: 'file:///etc/passwd' } } },
      'file is not spoken',
    ],
    ['is packed badly', '/a', { '/a': { headers: { 'content-encoding': 'gzip' }, body: 'x' } }, 'the connection fails'],
  ])('and %s is refused in one sentence', async (_, path, answers, message) => {
    const { url } = await serve(answers)
    await expect(fetchSource(`${url}${path}`, { ...OPEN, mostBytes: 1000 })).rejects.toThrow(message)
  })

  test('and is answered by nobody in time is refused', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    await expect(fetchSource(url, { ...OPEN, patience: 50 })).rejects.toThrow('takes too long to answer')
  })

  test.each(['ftp://example.org/a', 'http://', 'javascript:alert(1)'])('%s is no page', async (address) => {
    await expect(fetchSource(address, OPEN)).rejects.toThrow(/is not spoken|is no address/)
  })
})

describe('addresses of private networks', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.1.2.3', true],
    ['172.16.0.1', true],
    ['192.168.1.1', true],
    ['169.254.169.254', true],
    ['100.64.0.1', true],
    ['0.0.0.0', true],
    ['255.255.255.255', true],
    ['::1', true],
    ['::', true],
    ['fe80::1%eth0', true],
    ['fd00::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:8.8.8.8', false],
    ['2002:7f00:1::', true],
    ['64:ff9b::7f00:1', true],
    ['8.8.8.8', false],
    ['2606:4700::1111', false],
    ['nonsense', true],
  ])('%s: %s', (address, expected) => {
    expect(isPrivate(address)).toBe(expected)
  })

  const plain: FetchOptions = { agent: 'dragoman/1.2.3' }

  test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1'])('%s is not asked', async (host) => {
    const { asked, port } = await serve({ '/': ARTICLE })
    await expect(fetchSource(`http://${host}:${port}/`, plain)).rejects.toThrow(
      /is an address of a private network or of this machine\. If you mean it, say --allow-private\.$/,
    )
    expect(asked).toEqual([])
  })

  test('are not asked after a redirect either, by number or by name', async () => {
    const hidden = await serve({ '/': ARTICLE }, '127.0.0.2')
    const { url } = await serve({
      '/number': { status: 302, headers: { location: `${hidden.url}/` } },
      '/name': { status: 302, headers: { location: `http://localhost:${hidden.port}/` } },
    })
    // For once the first address counts as public, and the others of this machine do not.
    const forbids = (address: string): boolean => address !== '127.0.0.1'
    await expect(fetchSource(`${url}/number`, { ...plain, forbids })).rejects.toThrow('private network')
    let looks = 0
    const allButFirst = (): boolean => looks++ > 0
    await expect(fetchSource(`${url}/name`, { ...plain, forbids: allButFirst })).rejects.toThrow('private network')
    expect(hidden.asked).toEqual([])
  })
})

describe('what a feed points to', () => {
  const feed = (url: string, ...paths: string[]): string =>
    `<rss version="2.0"><channel><title>Northern Wire</title>${paths
      .map(
        (path) =>
          `<item><title>In the feed</title><link>${url}${path}</link><pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate><description>Short.</description></item>`,
      )
      .join('')}</channel></rss>`

  test('is read when asked, with the day that the feed gives', async () => {
    const { url } = await serve({ '/a': ARTICLE })
    const { documents } = await readBytes('feed.xml', feed(url, '/a'), { follow: createFollower(OPEN) })
    expect(documents).toMatchObject([
      {
        title: 'Talks',
        date: '2031-03-04',
        source: 'Northern Wire',
        url: `${url}/a`,
        provenance: { dateFrom: 'feed' },
      },
    ])
    expect(documents[0]?.text).toContain('agreed to meet again')
  })

  test('is not asked for otherwise', async () => {
    const { url, asked } = await serve({ '/a': ARTICLE })
    expect(only(await readBytes('feed.xml', feed(url, '/a'))).text).toBe('Short.')
    expect(asked).toEqual([])
  })

  test('is left alone where the site asks for it; its rules are asked for once', async () => {
    const { url, asked } = await serve({
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n\nUser-agent: dragoman\nDisallow: /ours/\n',
      '/private/a': ARTICLE,
      '/ours/a': ARTICLE,
      '/a': ARTICLE,
    })
    const { documents, failures } = await readBytes('feed.xml', feed(url, '/ours/a', '/private/a', '/a', '/none'), {
      follow: createFollower(OPEN),
    })
    // The group that names the program counts instead of that for all.
    expect(documents.map(({ url: at }) => at)).toEqual([`${url}/private/a`, `${url}/a`])
    expect(failures).toEqual([
      expect.stringContaining(`${url}/ours/a was not read: the site asks programs not to fetch it (robots.txt)`),
      expect.stringContaining('its server answers 404'),
    ])
    expect(asked).toEqual(['/robots.txt', '/private/a', '/a', '/none'])
  })

  test('is not asked for where the rules cannot be had', async () => {
    const { url, asked } = await serve({ '/robots.txt': { status: 503 }, '/a': ARTICLE })
    const { failures } = await readBytes('feed.xml', feed(url, '/a'), { follow: createFollower(OPEN) })
    expect(failures).toEqual([expect.stringContaining('/robots.txt cannot be read: its server answers 503')])
    expect(asked).toEqual(['/robots.txt'])
  })
})
