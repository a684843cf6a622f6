import type { Region, StatePack } from '../region/index.ts'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'
import { LimitsLaw } from './LimitsLaw.tsx'
import { Cautions, Standing } from './LimitsShort.tsx'
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
      <Cautions pack={pack} lang={lang} />
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
