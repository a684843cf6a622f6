import { describe, expect, it } from 'vitest'
import { textFields } from './doors.ts'
import { e164, isOneSegment } from './phone.ts'
import { providerOrder } from './providerOrder.ts'
import { canText, channelsForAlert, channelsOf, mailOnly } from './reach.ts'
import { replyXml, speechXml } from './speech.ts'
import { textCommand } from './textCommand.ts'
import { stateNamed, twilioProvider } from './twilio.server.ts'

describe('a text that came in', () => {
  it.each([
    ['+16175550142', true],
    ['72645', true],
    ['Tailboard', true],
    ['NUL\u0000here', false],
    ['', true],
    ['x'.repeat(41), false],
  ])('from %j is read: %j', (From, read) => {
    expect(textFields.safeParse({ From, MessageSid: 'SM1' }).success).toBe(read)
  })
})

describe('a number', () => {
  it.each([
    ['617-555-0142', '+16175550142'],
    ['(617) 555-0142', '+16175550142'],
    ['1 617 555 0142', '+16175550142'],
    ['+44 20 7946 0018', '+442079460018'],
    ['555-0142', null],
    ['017-555-0142', null],
    ['617-555-0142 x7', null],
    ['+0 617 555', null],
    ['call me', null],
  ])('%s is %s', (typed, phone) => {
    expect(e164(typed)).toBe(phone)
  })
})

describe('one segment', () => {
  it('has 160 signs of the GSM alphabet, and some count twice', () => {
    expect(isOneSegment('a'.repeat(160))).toBe(true)
    expect(isOneSegment('a'.repeat(161))).toBe(false)
    expect(isOneSegment(`${'a'.repeat(158)}€`)).toBe(true)
    expect(isOneSegment(`${'a'.repeat(159)}€`)).toBe(false)
    expect(isOneSegment('mañana, ¿sí?')).toBe(false)
    expect(isOneSegment('mañana, ¿de qué?')).toBe(true)
    expect(isOneSegment('you’re on')).toBe(false)
  })
})

describe('ways to reach somebody', () => {
  const every = ['mail', 'text', 'call', 'push'] as const
  const proven = { ...mailOnly, phone: '+16175550142', phoneProven: true }
  it.each([
    ['nobody chose', mailOnly, ['mail']],
    ['text alone', { ...proven, byMail: false, byText: true }, ['text']],
    ['mail and a call', { ...proven, byCall: true }, ['mail', 'call']],
    [
      'text to a number nobody proved',
      { ...proven, phoneProven: false, byMail: false, byText: true },
      ['mail'],
    ],
    ['text after STOP', { ...proven, stopped: true, byMail: false, byText: true }, ['mail']],
    ['a call after STOP', { ...proven, stopped: true, byMail: false, byCall: true }, ['call']],
    ['notifications on two devices', { ...mailOnly, byMail: false, byPush: true, browsers: 2 }, ['push']],
    ['notifications with no device left', { ...mailOnly, byMail: false, byPush: true }, ['mail']],
    ['a device, but not this way', { ...mailOnly, browsers: 1 }, ['mail']],
    ['every way', { ...proven, byText: true, byCall: true, byPush: true, browsers: 1 }, [...every]],
  ] as const)('%s: %j', (_what, reach, ways) => {
    expect(channelsOf(reach)).toEqual(ways)
  })

  it('wakes a coordinator every way there is', () => {
    expect(channelsForAlert({ ...proven, byText: false })).toEqual(['mail', 'text', 'call'])
    expect(channelsForAlert({ ...proven, stopped: true })).toEqual(['mail', 'call'])
    expect(channelsForAlert({ ...mailOnly, browsers: 1 })).toEqual(['mail', 'push'])
    expect(channelsForAlert({ ...proven, browsers: 1 })).toEqual(every)
    expect(channelsForAlert()).toEqual(['mail'])
    expect(canText({ ...proven, stopped: true })).toBe(false)
  })
})

describe('whom to try', () => {
  const of = (name: string) => twilioProvider(name, 'http://AC1:x@127.0.0.1:9', '+16175550100')
  const two = [of('first'), of('second')]
  const names = (recent: { provider: string; failed: boolean }[], unknown: string | null = null) =>
    providerOrder(two, recent, unknown).map((one) => one.name)
  it('is the first one, unless it failed in the last minute', () => {
    expect(names([])).toEqual(['first', 'second'])
    expect(names([{ provider: 'first', failed: true }])).toEqual(['second', 'first'])
    expect(names([{ provider: 'second', failed: true }])).toEqual(['first', 'second'])
  })
  it('is the one that may have it already, even when it failed', () => {
    expect(names([{ provider: 'first', failed: true }], 'first')).toEqual(['first', 'second'])
    expect(names([], 'second')).toEqual(['second', 'first'])
  })
})

describe('what comes in', () => {
  it.each([
    ['STOP', 'stop'],
    [' stop. ', 'stop'],
    ['Alto', 'stop'],
    ['START', 'start'],
    ['help', 'help'],
    ['1', null],
    ['please stop by at 6', null],
  ])('%s means %s', (text, command) => {
    expect(textCommand(text)).toBe(command)
  })
  it('has no state that only objects have', () => {
    expect(['constructor', 'toString', '__proto__'].map(stateNamed)).toEqual([null, null, null])
  })

  it('has states that providers name in many ways', () => {
    expect(['queued', 'sent', 'delivered', 'failed', 'no-answer', 'completed', 'x'].map(stateNamed)).toEqual([
      null,
      'sent',
      'delivered',
      'undelivered',
      'undelivered',
      'delivered',
      null,
    ])
  })
})

describe('what is said', () => {
  it('lets no name of an agency break out of its element', () => {
    const xml = speechXml({ lang: 'en', lines: ['A & B <Hangup/>'], keyTo: 'http://x/?a=1&b="' })
    expect(xml).toContain('A &amp; B &lt;Hangup/&gt;')
    expect(xml).toContain('action="http://x/?a=1&amp;b=&quot;"')
    expect(replyXml('<b>')).toContain('<Message>&lt;b&gt;</Message>')
    expect(replyXml(null)).toContain('<Response></Response>')
  })
})
