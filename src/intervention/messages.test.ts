import { describe, expect, it } from 'vitest'
import { withLink } from '../activation/index.ts'
import { isOneSegment } from '../messaging/index.ts'
import { briefingMessages } from './briefingMessages.ts'
import { followUpWords } from './followUpWords.ts'

const link = 'https://team.peers.example/o/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

describe.each(['en', 'es'] as const)('messages in %s', (lang) => {
  const say = followUpWords[lang]
  const { mail: briefingMail, changed, soon, missing } = briefingMessages[lang]
  const messages = Object.entries({
    due: say.messageDue,
    late: say.messageLate,
    written: { ...changed(1), mail: briefingMail },
    changed: { ...changed(2), mail: briefingMail },
    lead: { ...soon(true, '02:40 EDT'), mail: briefingMail },
    team: { ...soon(false, '02:40 EDT'), mail: briefingMail },
    missing: { ...missing, mail: briefingMail },
  })

  it.each(messages)('%s: a text is one segment with its link, and says who writes', (_, { text }) => {
    expect(withLink(text, link)).toContain(link)
    expect(isOneSegment(withLink(text, link))).toBe(true)
    expect(text).toMatch(/^Tailboard (scheduling|turnos): /)
  })
  it.each(messages)('%s gives nothing away and alarms nobody', (_, { subject, text, mail }) => {
    for (const said of [subject, text, mail('', 'Mar 3, 2027')])
      expect(said).not.toMatch(
        /emergenc|alert|crisis|incident|urgent|suicid|debrief|crew|member|integrante|grupo/i,
      )
  })
})
