import { expect, it } from 'vitest'
import type { Chrome } from '../ui/chrome.ts'
import type { Language } from '../ui/language.ts'
import type { Path } from '../ui/path.ts'
import { RequestStatusPage } from './RequestPage.tsx'
import type { RequestStatus } from './requestStatus.ts'

const path = '/harbor' as Path
const at = Temporal.Instant.from('2026-11-24T02:00:00Z')
const chrome = { help: [], publicStylesheet: path } as unknown as Chrome
const region = {
  slug: 'harbor',
  name: 'Harbor Region',
  timeZone: 'America/New_York',
  teamPhone: '617-555-0100',
}
const open: RequestStatus = {
  phase: 'received',
  ended: null,
  receivedAt: at,
  callBy: null,
  late: null,
  behind: false,
}

async function page(status: Partial<RequestStatus>, lang: Language = 'en') {
  const frame = { chrome, region: region as never, lang, home: path, leaveHref: path }
  const html = String(
    await (
      <RequestStatusPage
        {...{ frame, sessions: [], support: 'https://peers.example/harbor/support' }}
        here={path}
        status={{ ...open, ...status }}
      />
    ),
  )
  return {
    html,
    text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    current: /aria-current="step"[^>]*><span>([^<]+)/.exec(html)?.[1],
  }
}

it('reads differently for each way a request ends, and gives the number once in the sentence', async () => {
  const codes = ['advice_only', 'referred_elsewhere', 'declined', 'closed', 'stood_down'] as const
  for (const lang of ['en', 'es'] as const) {
    const leads = await Promise.all(
      codes.map(
        async (ended) => (await page({ ended }, lang)).html.match(/<p class="lead[^>]*>(.*?)<\/p>/)![1],
      ),
    )
    expect(new Set(leads).size).toBe(5)
    for (const lead of leads) expect(lead).toContain('href="tel:')
  }
})

it('tells whoever was declined unheard that nobody spoke to them, and whom to call', async () => {
  const declined = await page({ ended: 'declined' })
  expect(declined.text).toContain('If you see it differently, call the team: 617-555-0100')
  expect(declined.text).toContain('No coordinator is on record as having spoken with you')
  expect(declined.current).toBe('Received')
  expect(declined.text).not.toContain('keep the crew together')
  const spoken = await page({ ended: 'declined', phase: 'spoken' })
  expect(spoken.current).toBe('Spoken to')
  expect(spoken.text).not.toContain('on record')
})

it('says plainly that the promised time is over', async () => {
  const waits = await page({ phase: 'taken', callBy: at, late: 'waits' })
  expect(waits.text).toContain('Nobody has called you yet? Call 617-555-0100 now.')
  expect(waits.text).not.toContain('will call by')
  const rings = await page({ late: 'rings' })
  expect(rings.text).toContain('Nobody has called you yet? Call 617-555-0100 now; we are ringing further.')
  const spanish = await page({ late: 'rings' }, 'es')
  expect(spanish.text).toContain('¿Todavía no le ha llamado nadie? Llame al 617-555-0100 ahora; seguimos')
})

it('gives whoever asked a message to forward once the session is over, and only then', async () => {
  for (const lang of ['en', 'es'] as const) {
    const { text } = await page({ ended: 'closed', phase: 'spoken' }, lang)
    for (const part of ['https://peers.example/harbor/support', '617-555-0100', 'Harbor Region'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/\{\w+\}/)
  }
  for (const status of [{}, { ended: 'declined' as const }, { phase: 'spoken' as const }])
    expect((await page(status)).text).not.toContain('harbor/support')
})
