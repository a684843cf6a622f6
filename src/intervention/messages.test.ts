import { describe, expect, it } from 'vitest'
import { withLink } from '../activation/index.ts'
import { isOneSegment } from '../messaging/index.ts'
import { followUpWords } from './followUpWords.ts'

const link = 'https://team.peers.example/harbor/me/follow-ups'

describe.each(['en', 'es'] as const)('messages in %s', (lang) => {
  const say = followUpWords[lang]
  const messages = Object.entries({ due: say.messageDue, late: say.messageLate })

  it.each(messages)('%s: a text is one segment with its link, and says who writes', (_, { text }) => {
    expect(withLink(text, link)).toContain(link)
    expect(isOneSegment(withLink(text, link))).toBe(true)
    expect(text).toMatch(/^Tailboard (scheduling|turnos): /)
  })
  it.each(messages)('%s gives nothing away and alarms nobody', (_, { subject, text, mail }) => {
    for (const said of [subject, text, mail('')])
      expect(said).not.toMatch(/emergenc|alert|crisis|incident|urgent|suicid|debrief|crew|member|integrante/i)
  })
})
