import compression from 'compression'
import type { RequestHandler } from 'express'

/** gzip, brotli or deflate for those who take it; others are not even asked how they would like it. */
export function compressed(): RequestHandler {
  const compress = compression()
  return (request, response, next) => {
    if (/\b(?:gzip|br|deflate)\b|\*/.test(request.headers['accept-encoding'] ?? '')) {
      compress(request, response, next)
      return
    }
    response.vary('Accept-Encoding')
    next()
  }
}
