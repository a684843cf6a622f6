import type { Region, StatePack } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'
import { LimitsLaw } from './LimitsLaw.tsx'
import { limitsWords } from './limitsWords.ts'

type Props = {
  of: Region
  /** Null: nobody read this state's law. */
  pack: StatePack | null
  federal: StatePack | null
  lang: Language
}

/** What the law of the region's state protects and what not; unreviewed and unread things are said to be so first. */
export const LimitsPage = ({ of, pack, federal, lang }: Props) => {
  const say = limitsWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Standing pack={pack} lang={lang} />
      <Section title={say.short}>
        <ul>
          {say.shortly.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      {pack?.exceptions.complete ? null : (
        <Card tone="amber" title={say.caution}>
          <p>{say.cautionLead}</p>
          <ul>
            {say.cautions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Card>
      )}
      {pack === null ? null : <LimitsLaw pack={pack} title={say.state(pack.name)} lang={lang} />}
      {federal === null ? null : <LimitsLaw pack={federal} title={say.federal} lang={lang} />}
      <p>{say.advice}</p>
      <p>
        <a href={spoken(supportPaths.whatWeSee(of.slug), lang)}>{say.sight}</a>
      </p>
      <p>
        <a href={spoken(supportPaths.front(of.slug), lang)}>{frontWords[lang].backToSupport}</a>
      </p>
    </>
  )
}

const Standing = ({ pack, lang }: Pick<Props, 'pack' | 'lang'>) => {
  const say = limitsWords[lang]
  if (pack === null) return <Notice tone="amber">{say.noPack}</Notice>
  if (pack.reviewed === null) return <Notice tone="amber">{say.unreviewed}</Notice>
  return (
    <Notice>
      {say.reviewed(day(Temporal.PlainDate.from(pack.reviewed.on), lang), pack.reviewed.counsel)}
    </Notice>
  )
}
