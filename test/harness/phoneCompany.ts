import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a phone company answers one request. */
export type Mood =
  | 'well'
  /** An error page, too many requests, or an account that is closed. */
  | 'broken'
  | 'busy'
  | 'suspended'
  /** Takes the message, then the line is cut before it says so. */
  | 'takes_and_hangs_up'
  | 'hangs_up'
  | 'number_unknown'
  | 'stopped'

export type Sent = {
  readonly sid: string
  readonly kind: 'text' | 'call'
  readonly to: string
  readonly body: string
  readonly script: string
  readonly receipts: string
  readonly key: string
}

export type PhoneCompany = {
  readonly url: string
  readonly token: string
  /** What reached phones, repeats too, unless `honoursKeys`. */
  readonly sent: Sent[]
  readonly asked: string[]
  mood: Mood
  /** Moods of the next requests, before `mood` holds again. */
  readonly next: Mood[]
  honoursKeys: boolean
  /** Called before a message is taken, and once it is, before the answer. */
  hooks: { offered?: () => Promise<void>; taken?: () => Promise<void> }
  /** What it tells when asked after a message. */
  status: string
  sign(url: string, fields: Readonly<Record<string, string>>): string
  /** Calls back, signed as only it can; `token` forges. */
  post(url: string, fields: Readonly<Record<string, string>>, token?: string): Promise<Response>
  close(): Promise<void>
}

const codes = { number_unknown: 21211, stopped: 21610, suspended: 20005, busy: 20429, broken: 20500 } as const
const statuses = { number_unknown: 400, stopped: 400, suspended: 403, busy: 429, broken: 500 } as const

/** A stand-in for a company that speaks the HTTP interface of 2010-04-01, on loopback, with moods. */
export async function openPhoneCompany(account = 'AC1', token = 'secret'): Promise<PhoneCompany> {
  const sent: Sent[] = []
  const asked: string[] = []
  const next: Mood[] = []
  let made = 0
  const server = createServer(async (request, response) => {
    const authorized = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`
    if (request.headers.authorization !== authorized) return reply(response, 401, { code: 20003 })
    if (request.method === 'GET') {
      asked.push(request.url!)
      return reply(response, 200, { status: company.status })
    }
    const fields = Object.fromEntries(new URLSearchParams(await textOf(request)))
    const mood = next.shift() ?? company.mood
    if (mood === 'hangs_up') return request.socket.destroy()
    if (mood !== 'well' && mood !== 'takes_and_hangs_up')
      return reply(response, statuses[mood], { code: codes[mood] })
    await company.hooks.offered?.()
    const key = String(request.headers['idempotency-key'])
    const known = company.honoursKeys ? sent.find((one) => one.key === key) : undefined
    const kind = request.url!.includes('/Calls') ? ('call' as const) : ('text' as const)
    const sid = known?.sid ?? `${kind === 'text' ? 'SM' : 'CA'}${++made}`
    if (known === undefined)
      sent.push({
        sid,
        kind,
        key,
        to: fields.To!,
        body: fields.Body ?? '',
        script: fields.Url ?? '',
        receipts: fields.StatusCallback ?? '',
      })
    await company.hooks.taken?.()
    if (mood === 'takes_and_hangs_up') return request.socket.destroy()
    reply(response, 201, { sid })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sign = (by: string, url: string, fields: Readonly<Record<string, string>>) =>
    createHmac('sha1', by)
      .update(
        Object.keys(fields)
          .sort()
          .reduce((text, name) => `${text}${name}${fields[name]}`, url),
      )
      .digest('base64')
  const company: PhoneCompany = {
    url: `http://${account}:${token}@127.0.0.1:${port}`,
    token,
    sent,
    asked,
    next,
    mood: 'well',
    honoursKeys: true,
    hooks: {},
    status: 'delivered',
    sign: (url, fields) => sign(token, url, fields),
    post: (url, fields, by = token) =>
      fetch(url, {
        method: 'POST',
        headers: { 'x-twilio-signature': sign(by, url, fields) },
        body: new URLSearchParams(fields),
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return company
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
