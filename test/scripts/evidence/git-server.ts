// Run as a process of its own: the tool waits for git without answering anybody, so that a server within it would not either.
import { execFileSync, spawn } from 'node:child_process'
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

const backend = join(execFileSync('git', ['--exec-path']).toString().trim(), 'git-http-backend')
const [, , folder = '.', api] = process.argv

const server = createServer(serve)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${address !== null && typeof address === 'object' ? address.port : 0}\n`)
})
// Whoever started it has ended.
process.stdin.on('end', () => process.exit()).resume()

/**
 * Serves the repositories below the folder as a forge would, pushes too, by git's own program. What is asked of the API is
 * handed on to whoever plays that.
 */
function serve(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://x')
  if (api !== undefined && url.pathname.startsWith('/api/')) return void handOn(request, response, api)
  const program = spawn(backend, [], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'http.receivepack',
      GIT_CONFIG_VALUE_0: 'true',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_USER: 'recorder',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  request.pipe(program.stdin)
  const parts: Buffer[] = []
  program.stdout.on('data', (part: Buffer) => parts.push(part))
  program.stdout.on('end', () => answer(Buffer.concat(parts), response))
}

function handOn(request: IncomingMessage, response: ServerResponse, to: string): void {
  const { method, url = '/', headers } = request
  const asked = ask(`${to}${url}`, { method, headers }, found => {
    response.writeHead(found.statusCode ?? 500, found.headers)
    found.pipe(response)
  })
  request.pipe(asked)
}

/** What a CGI program writes: headers, an empty line, the body. */
function answer(written: Buffer, response: ServerResponse): void {
  const end = written.indexOf('\r\n\r\n')
  const headers = written
    .subarray(0, end)
    .toString()
    .split('\r\n')
    .map(line => line.split(': ', 2))
  const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200'
  response.writeHead(
    Number.parseInt(status, 10),
    Object.fromEntries(headers.filter(([name]) => name !== 'Status')),
  )
  response.end(written.subarray(end + 4))
}
