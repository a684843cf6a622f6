import { describe, expect, it } from 'vitest'
import { isOneSegment } from '../messaging/index.ts'
import { messageWords, shortClock, withLink } from './messageWords.ts'

const zone = 'America/New_York'
const clocks = ['2026-07-04T06:40:00Z', '2026-12-31T23:59:00Z'].map((at) => Temporal.Instant.from(at))
const link = 'https://team.peers.example/o/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

describe.each(['en', 'es'] as const)('texts in %s', (lang) => {
  const say = messageWords[lang]
  const texts = Object.entries(say).flatMap(([name, words]) => {
    if (!/^reply|Text$/.test(name)) return []
    if (typeof words === 'string') return [[name, words] as const]
    return clocks.map((at) => [name, (words as (at: string) => string)(shortClock(at, zone, lang))] as const)
  })

  it('are all here', () => {
    expect(new Set(texts.map(([name]) => name)).size).toBe(28)
  })
  it.each(texts)('%s is one segment, with a link or without', (_, text) => {
    expect(isOneSegment(text)).toBe(true)
    expect(isOneSegment(withLink(text, link))).toBe(true)
  })
  it.each(texts)('%s gives nothing away and alarms nobody', (_, text) => {
    expect(text).not.toMatch(/emergenc|alert|crisis|incident|urgent|suicid|debrief|peer/i)
  })
  it.each(texts.filter(([name]) => name.endsWith('Text')))('%s says who writes', (_, text) => {
    expect(text).toMatch(/^Tailboard (scheduling|turnos): /)
  })
})

it('leaves a link out where both have no room, and the colon with it', () => {
  expect(withLink('Open:', 'https://x.example')).toBe('Open: https://x.example')
  const long = `${'a'.repeat(150)}:`
  expect(withLink(long, link)).toBe(`${'a'.repeat(150)}.`)
})
