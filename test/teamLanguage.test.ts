import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardWords } from '../src/activation/boardWords.ts'
import {
  approvePlan,
  loadPlans,
  offerToken,
  recordContact,
  requestTeam,
} from '../src/activation/index.server.ts'
import { activationPaths } from '../src/activation/index.ts'
import { offerWords } from '../src/activation/offerWords.ts'
import { planWords } from '../src/activation/planWords.ts'
import { app } from '../src/app.tsx'
import { deskPaths } from '../src/desk/paths.ts'
import { navWords, teamWords } from '../src/desk/teamWords.ts'
import { closeOutWords } from '../src/intervention/words.ts'
import type { ActivationId, AgencyId, PlanId } from '../src/platform/ids.ts'
import type { Path } from '../src/ui/path.ts'
import { type Installation, openInstallation } from './harness/installation.ts'
import { signInAs } from './harness/signIn.ts'

const chosen = '__Host-tailboard-language'

describe('the team’s pages in Spanish', () => {
  let here: Installation
  let serve: ReturnType<typeof app>
  let session: string
  let id: ActivationId
  let planId: PlanId
  let offer: Path
  /** The board before its plan was approved. */
  let proposed: string

  beforeAll(async () => {
    here = await openInstallation()
    serve = app(here.services)
    session = await signInAs(here.services.auth, here.coordinator)
    const { regionId } = here.harbor
    const { db, secrets, solver } = here.services
    const now = Temporal.Now.instant()
    const requested = await requestTeam(db, regionId, {
      kind: 'child_death_or_injury',
      occurredAt: now.subtract({ hours: 1 }),
      overAt: now.subtract({ minutes: 30 }),
      town: 'Larkfield',
      agencyId: here.harbor.agencies.get('Larkfield Fire') as AgencyId,
      groups: [{ role: 'firefighters', count: 6 }],
      requesterName: 'Pat L.',
      callbackPhone: '617-555-0199',
    })
    if (!requested.ok) throw new Error(requested.code)
    id = requested.value.activationId
    const rae = {
      kind: 'account' as const,
      accountId: here.coordinator,
      regionId,
      roles: ['duty_coordinator' as const],
    }
    await recordContact(db, rae, id, { role: 'shift commander', spokenAt: now, overAt: null })
    planId = (await db.read(rae, (reader) => loadPlans(reader, { activationId: id })))[0]!.id
    proposed = (await team(activationPaths.activation('harbor', id), `${chosen}=es`)).text
    await approvePlan({ db, solve: solver.solve }, rae, planId, {
      startsAt: now.add({ hours: 3 }),
      place: 'Sala 2',
      signOffRole: null,
    })
    const asked = (await db.read(rae, (reader) => loadPlans(reader, { planId })))[0]!.offers[0]!
    offer = activationPaths.offer(offerToken(secrets, regionId, asked.id, now.add({ hours: 4 })))
  })
  afterAll(() => here?.stop())

  const get = async (url: string, path: string, cookies: readonly string[]) => {
    const answer = await serve(new Request(new URL(path, url), { headers: { cookie: cookies.join('; ') } }))
    return { answer, text: textOf(await answer.text()) }
  }
  const team = (path: string, ...more: string[]) => get(here.teamUrl, path, [session, ...more])

  it.each<[string, () => Path]>([
    ['today', () => deskPaths.today('harbor')],
    ['the roster', () => deskPaths.roster('harbor')],
    ['the list of activations', () => activationPaths.activations('harbor')],
    ['the board', () => activationPaths.activation('harbor', id)],
    ['closing', () => activationPaths.closeOut('harbor', id, planId)],
    ['an offer', () => offer],
    ['a link that opens nothing', () => activationPaths.offer('nothing')],
  ])('have no English left: %s', async (_what, path) => {
    const english = (await team(path(), `${chosen}=en`)).text
    const spanish = (await team(path(), `${chosen}=es`)).text
    const read = englishWords.filter((word) => english.includes(word))
    expect(read.length).toBeGreaterThan(2)
    expect(read.filter((word) => spanish.includes(word))).toEqual([])
    for (const word of [
      'Coming',
      'Waiting',
      'asked',
      'duty coordinator',
      'shift commander',
      'Sign out',
      'Window',
    ])
      expect(spanish).not.toContain(word)
  })

  it('say beside a proposal what else could be done, why and when', () => {
    expect(proposed).toMatch(/Alternativas \(2\) Debriefing de estrés por incidentes críticos \(CISD\) de /)
    expect(proposed).toContain('Una sesión posterior deja tiempo para declarar y dormir.')
    expect(proposed).not.toContain('Alternatives')
  })

  it('say that somebody is suspended, not that a suspension is missing', async () => {
    const roster = deskPaths.roster('harbor')
    expect((await team(roster, `${chosen}=en`)).text).toContain(' suspended ')
    expect((await team(roster, `${chosen}=en`)).text).not.toContain('missing: suspended')
    expect((await team(roster, `${chosen}=es`)).text).toContain(' en suspensión ')
  })

  it('keep the choice on the team’s host and nowhere else', async () => {
    const today = deskPaths.today('harbor')
    const turned = await team(`${today}?lang=es`)
    expect(turned.text).toContain('Hoy')
    const [kept] = turned.answer.headers.getSetCookie()
    expect(kept).toMatch(/^__Host-tailboard-language=es; .*Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    expect((await team(today, kept!.split(';')[0]!)).text).toContain('Cerrar sesión')
    const open = await get(here.publicUrl, '/harbor?lang=es', [`${chosen}=es`])
    expect(open.answer.headers.getSetCookie()).toEqual([])
    expect((await get(here.publicUrl, '/harbor', [`${chosen}=es`])).text).toContain('I need someone')
  })

  it('do not take a forged choice', async () => {
    const { answer, text } = await team(deskPaths.today('harbor'), `${chosen}=xx`)
    expect(answer.status).toBe(200)
    expect(text).toContain('Today')
    expect((await team(`${deskPaths.today('harbor')}?lang=xx`)).answer.headers.getSetCookie()).toEqual([])
  })

  it('lead from a form that came back to a page that can be opened', async () => {
    const answer = await serve(
      new Request(new URL(activationPaths.outcome('harbor', id), here.teamUrl), {
        method: 'POST',
        body: new URLSearchParams({ code: '' }),
        headers: { cookie: session, origin: here.teamUrl },
      }),
    )
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(`href="${activationPaths.activation('harbor', id)}?lang=es"`)
  })
})

/** What the page says, without its tags. */
function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

/** Whole sayings long enough to be no part of a Spanish one. */
const englishWords = [boardWords, planWords, offerWords, closeOutWords, teamWords, navWords]
  .flatMap((words) =>
    Object.entries(words.en).map(([key, en]) => [en, (words.es as Record<string, unknown>)[key]]),
  )
  .filter(([en, es]) => typeof en === 'string' && en !== es && en.length > 3)
  .map(([en]) => en as string)
