import type { StatePack } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { spoken, supportPaths } from './frontPaths.ts'
import { Exceptions, LawOrBill } from './LimitsLaw.tsx'
import { limitsWords } from './limitsWords.ts'

/** `pack` is null where nobody read this state's law. */
type Props = { pack: StatePack | null; lang: Language }

/** What a peer may have to tell, as far as somebody has to have seen it before they write; the page of the limits has it all. */
export const LimitsShort = ({ pack, region, lang }: Props & { region: string }) => {
  const say = limitsWords[lang]
  return (
    <div class="stack" data-limits-said>
      <Standing pack={pack} lang={lang} />
      {pack === null ? null : <LawOrBill pack={pack} lang={lang} />}
      <Cautions pack={pack} lang={lang} />
      {pack === null ? null : <Exceptions pack={pack} lang={lang} />}
      <p>
        <a href={spoken(supportPaths.limits(region), lang)} target="_blank" rel="noreferrer">
          {say.whole}
        </a>
      </p>
    </div>
  )
}

/** Whether counsel stands behind what is said of the law. */
export const Standing = ({ pack, lang }: Props) => {
  const say = limitsWords[lang]
  if (pack === null) return <Notice tone="amber">{say.noPack}</Notice>
  if (pack.reviewed === null) return <Notice tone="amber">{say.unreviewed}</Notice>
  return (
    <Notice>
      {say.reviewed(day(Temporal.PlainDate.from(pack.reviewed.on), lang), pack.reviewed.counsel)}
    </Notice>
  )
}

/** Said wherever counsel did not say that the list of exceptions is whole. */
export const Cautions = ({ pack, lang }: Props) => {
  const say = limitsWords[lang]
  return pack?.exceptions.complete ? null : (
    <Card tone="amber" title={say.caution}>
      <p>{say.cautionLead}</p>
      <ul>
        {say.cautions.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Card>
  )
}
