import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RegionId } from '../platform/ids.ts'
import { readPacks } from '../region/index.server.ts'
import type { Region } from '../region/index.ts'
import type { Path } from '../ui/path.ts'
import { FrontPage } from './FrontPage.tsx'
import { LimitsPage } from './LimitsPage.tsx'
import { LimitsShort } from './LimitsShort.tsx'
import { limitsWords } from './limitsWords.ts'

const of: Region = {
  id: '00000000-0000-7000-8000-000000000000' as RegionId,
  slug: 'harbor',
  name: 'Harbor Region',
  state: 'MA',
  timeZone: 'America/New_York',
  teamPhone: '617-555-0142',
}
const peers = '/harbor/support/peers' as Path
const write = '/harbor/support/write' as Path
const front = (doors: { peers: Path | null; write: Path | null }) =>
  String(<FrontPage of={of} help={[]} doors={doors} lang="es" />)

describe('a door', () => {
  it('is shown where its page is, the phone before it, and what is true of writing before that door', () => {
    const page = front({ peers, write })
    const inOrder = [
      'tel:6175550142',
      `${peers}?lang=es`,
      'Solo ustedes dos tienen la llave',
      `${write}?lang=es`,
    ]
    const places = inOrder.map((one) => page.indexOf(one))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('is not shown where there is none, each by itself', () => {
    expect(front({ peers, write: null })).not.toMatch(/support\/write|la llave/)
    expect(front({ peers: null, write })).not.toContain('support/peers')
  })
})

describe('the limits', () => {
  const packs = readPacks(join(import.meta.dirname, '../..'))
  const say = limitsWords.en
  const limits = (pack: Parameters<typeof LimitsPage>[0]['pack']) =>
    String(<LimitsPage of={of} pack={pack} federal={null} lang="en" />)

  it('call a bill one, and say so where nobody read the law', () => {
    expect(limits(packs.get('VT')!)).toContain(say.bill)
    expect(limits(packs.get('MA')!)).not.toContain(say.bill)
    expect(limits(null)).toContain('Nobody has read this state')
    expect(limits(null)).toContain(say.caution)
  })

  it('drop caution only where counsel says that the list is whole', () => {
    const ma = packs.get('MA')!
    const reviewed = { on: '2026-11-24', counsel: 'Ida M., Esq.' }
    const whole = { ...ma, reviewed, exceptions: { ...ma.exceptions, complete: true } }
    expect(limits({ ...ma, reviewed })).toContain(say.caution)
    expect(limits(whole)).not.toContain(say.caution)
    expect(limits(whole)).toContain('Reviewed on Nov 24, 2026 by Ida M., Esq.')
    expect(limits(whole)).not.toContain('No lawyer has reviewed')
  })

  it('say in short, before somebody writes, who stands behind them, what may be told and where all of it is', () => {
    const wa = packs.get('WA')!
    const short = (pack: Parameters<typeof LimitsPage>[0]['pack']) =>
      String(<LimitsShort pack={pack} region="harbor" lang="en" />)
    expect(wa.exceptions.known.length).toBeGreaterThan(0)
    for (const { en } of wa.exceptions.known) expect(short(wa)).toContain(en.split('’')[0])
    expect(short(wa)).toContain('No lawyer has reviewed')
    expect(short(packs.get('VT')!)).toContain(say.bill)
    for (const one of [null, wa]) {
      for (const caution of say.cautions) expect(short(one)).toContain(caution.split('’')[0])
      expect(short(one)).toContain('/harbor/support/limits')
    }
    const reviewed = { on: '2026-11-24', counsel: 'Ida M., Esq.' }
    const whole = short({ ...wa, reviewed, exceptions: { ...wa.exceptions, complete: true } })
    expect(whole).toContain('Reviewed on Nov 24, 2026 by Ida M., Esq.')
    expect(whole).not.toContain(say.caution)
  })
})
