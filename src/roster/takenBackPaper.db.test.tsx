import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemberId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { MemberPage } from './MemberPage.tsx'
import { loadMemberView } from './memberView.server.ts'
import { addCredential, papers } from './papers.server.ts'
import { openRoster, type Roster } from './roster.testing.ts'
import { course, date } from './standing.testing.ts'

describe('a paper that was taken back', () => {
  let roster: Roster
  let memberId: MemberId
  beforeAll(async () => {
    roster = await openRoster(Temporal.Instant.from('2026-11-23T15:00:00Z'))
    memberId = await roster.member()
    for (const number of ['FICT-KEPT', 'FICT-BACK'])
      doneWith(await addCredential(roster.base.db, roster.rae, memberId, paper(number)))
    await roster.base.db.write(roster.rae, (tx) =>
      papers.withdraw(tx, paper('FICT-BACK'), date('2026-10-05')),
    )
  })
  afterAll(() => roster.base.drop())

  const paper = (number: string) => ({
    ...course('AIC'),
    ...{ number, evidence: null, expiresOn: date('2031-01-10') },
  })
  const rowOf = async (number: string, lang: 'en' | 'es') => {
    const view = (await roster.base.db.read(roster.rae, (reader) => loadMemberView(reader, memberId)))!
    const page = String(
      <MemberPage
        {...{ view, lang, may: () => false, own: false, typed: {}, errors: [], load: null, kept: null }}
      />,
    )
    const row = page.split('<tr').find((one) => one.includes(number)) ?? ''
    return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }

  it('counts until that day, and keeps the day that is printed on it', async () => {
    const { credentials } = await roster.file(memberId)
    expect(credentials.find(({ number }) => number === 'FICT-BACK')).toMatchObject({
      ...{ expiresOn: date('2026-10-05'), endedOn: date('2026-10-05'), printedUntil: date('2031-01-10') },
    })
  })

  it.each([
    ['en', 'Jan 10, 2031 Taken back on Oct 5, 2026'],
    ['es', '10 ene 2031 Retirado el 5 oct 2026'],
  ] as const)(
    'says so on its holder’s page (%s), where one that ran out says nothing',
    async (lang, says) => {
      expect(await rowOf('FICT-BACK', lang)).toContain(says)
      expect(await rowOf('FICT-KEPT', lang)).toContain(says.slice(0, 11))
      expect(await rowOf('FICT-KEPT', lang)).not.toMatch(/Taken back|Retirado/)
    },
  )
})
