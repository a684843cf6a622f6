import type { Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import { Door } from '../ui/door.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { LineList } from './FrontOutside.tsx'
import { familyWords } from './familyWords.ts'
import { linesFor } from './frontOutside.ts'
import { spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'

type Props = { of: Region; help: readonly HelpLine[]; lang: Language }

export const FamilyPage = ({ of, help, lang }: Props) => {
  const say = familyWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Notice tone="amber">{say.now}</Notice>
      <Card title={say.call}>
        <LineList lines={linesFor('families', help)} lang={lang} />
      </Card>
      <Door icon="phone" title={of.teamPhone} line={say.teamLine} href={tel(of.teamPhone)} />
      <Section title={say.notice}>
        <ul>
          {say.noticing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{say.passes}</p>
      </Section>
      <Section title={say.helps}>
        <ul>
          {say.helping.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Section>
      <Section title={say.children}>
        <p>{say.childrenLine}</p>
      </Section>
      <p>
        {say.law} <a href={spoken(supportPaths.limits(of.slug), lang)}>{frontWords[lang].limits}</a>
      </p>
      <p>
        <a href={spoken(supportPaths.front(of.slug), lang)}>{frontWords[lang].backToSupport}</a>
      </p>
    </>
  )
}
