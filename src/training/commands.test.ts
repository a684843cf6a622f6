import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { contentCommand } from './commands.ts'
import { contentRoot } from './content.testing.ts'

describe('tailboard content check', () => {
  const quiet = { signal: new AbortController().signal, tell() {} }

  it('ends with 0 and a line for each course, and with 1 where something is wrong', async () => {
    expect(await contentCommand(['check'], contentRoot(), quiet)).toEqual({
      code: 0,
      text: 'tiny-talk: full, 1 lessons, 561 words, grade 0.2, 40 questions, 1 talks to practise, 1 hand-outs\n1 courses: 0 errors, 0 warnings.\nWhich of them a clinician has reviewed is each region’s own: its page of training says so.\n',
    })
    const wrong = await contentCommand(
      ['check'],
      contentRoot({ 'tiny-talk/lessons/01-first.md': null }),
      quiet,
    )
    expect(wrong.code).toBe(1)
    expect(wrong.text).toContain("tiny-talk: can't be read")
  })

  it.each([[[]], [['chek']], [['check', '--onlin']], [['check', '--online', 'x']]])(
    'does not guess what %j means',
    async (args) => {
      expect(await contentCommand(args, '/nowhere', quiet)).toEqual({
        code: 2,
        text: 'tailboard content check [--online]\n',
      })
    },
  )

  it('asks each address once when it is told to, and stops when it is asked to', async () => {
    const asked: string[] = []
    const server: Server = createServer(({ url }, answer) => {
      asked.push(url!)
      answer.statusCode = url === '/gone' ? 410 : 200
      answer.end('x')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const source = (key: string, path: string) =>
      `${key}:\n  title: T\n  where: ${path}\n  read: all\n  on: 2026-11-23\n`
    const root = contentRoot({
      'sources.yaml': (text) =>
        text.replace('https://text.example/', `${at}/here`) +
        source('b', `${at}/gone`) +
        source('c', 'http://127.0.0.1:9/'),
    })
    const told: string[] = []
    const { code, text } = await contentCommand(['check', '--online'], root, {
      ...quiet,
      tell: (line) => void told.push(line),
    })
    expect([code, asked]).toEqual([0, ['/here', '/gone']])
    expect(text).toContain('sources.yaml:10: warning: b: its address answers 410')
    expect(text).toContain('sources.yaml:15: warning: c: its address could not be reached')
    expect(text).not.toContain('a-text:')
    expect(told).toEqual(['  1 of 3: a-text\n', '  2 of 3: b\n', '  3 of 3: c\n'])

    const stop = new AbortController()
    const stopped = await contentCommand(['check', '--online'], root, {
      signal: stop.signal,
      tell: () => stop.abort(),
    })
    expect(stopped.code).toBe(1)
    expect(stopped.text).toContain('Stopped before every address was asked.')
    server.close()
  })
})
