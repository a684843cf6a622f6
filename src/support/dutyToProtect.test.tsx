import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPacks } from '../region/index.server.ts'
import type { StatePack } from '../region/index.ts'
import { DutyToProtect } from './DutyToProtect.tsx'
import { dutyWords } from './dutyWords.ts'
import { limitsWords } from './limitsWords.ts'

const packs = readPacks(join(import.meta.dirname, '../..'))
const draw = (pack: StatePack | null, federal: StatePack | null = null, lang: 'en' | 'es' = 'en') =>
  String(<DutyToProtect {...{ pack, federal, lang }} state="OH" limits="/harbor/support/limits" />)
/** As a page writes it. */
const said = (text: string) => String(<>{text}</>)

describe('what the law asks of a peer', () => {
  it('is the pack’s own text, with its source and who reviewed it', () => {
    const me = packs.get('ME')!
    const page = draw(me)
    if (me.dutyToProtect === 'unknown') throw new Error('the pack was meant to say something')
    expect(page).toContain(said(me.dutyToProtect.en))
    expect(page).toContain(said(me.law.citation))
    expect(page).toContain(limitsWords.en.notReviewed)
    expect(page).not.toContain('was not verified')
  })

  it('says what was not verified, and gives each caution that whoever wrote read too', () => {
    const page = draw(packs.get('MA')!, null, 'es')
    expect(page).toContain(said(dutyWords.es.notKnown('Massachusetts')))
    expect(dutyWords.es.cautions).toHaveLength(limitsWords.es.cautions.length)
    for (const caution of dutyWords.es.cautions) expect(page).toContain(said(caution))
  })

  it('is a sentence too where nobody read the law', () => {
    expect(draw(null)).toContain(said(dutyWords.en.notKnown('OH')))
  })

  it('stands beside what federal law says to federal officers', () => {
    const federal = packs.get('US')!
    if (federal.dutyToProtect === 'unknown') throw new Error('the pack was meant to say something')
    expect(draw(packs.get('MA')!, federal)).toContain(said(federal.dutyToProtect.en))
    expect(draw(packs.get('MA')!)).not.toContain(dutyWords.en.federal)
  })
})
