import type { Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import { Door } from '../ui/door.tsx'
import { HelpList } from '../ui/helpBar.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { tel } from '../ui/path.ts'
import { FrontTruths } from './FrontTruths.tsx'
import { type SupportDoors, spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'

type Props = { of: Region; help: readonly HelpLine[]; doors: SupportDoors; lang: Language }

/** What somebody who can't sleep sees: a phone first, what is true of it before, and quieter doors after. */
export const FrontPage = ({ of, help, doors, lang }: Props) => {
  const say = frontWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Notice tone="amber">{say.notEmergency}</Notice>
      <FrontTruths before="call" region={of.slug} lang={lang} />
      <Door icon="phone" title={of.teamPhone} line={say.teamLine} href={tel(of.teamPhone)} primary />
      <Card title={say.lines}>
        <HelpList help={help} lang={lang} />
      </Card>
      <Section title={say.further}>
        {doors.peers === null ? null : (
          <Door icon="crew" title={say.peers} line={say.peersLine} href={spoken(doors.peers, lang)} />
        )}
        {doors.write === null ? null : (
          <>
            <FrontTruths before="write" region={of.slug} lang={lang} />
            <Door icon="talk" title={say.write} line={say.writeLine} href={spoken(doors.write, lang)} />
          </>
        )}
        <Door
          icon="crew"
          title={say.families}
          line={say.familiesLine}
          href={spoken(supportPaths.families(of.slug), lang)}
        />
        <Door
          icon="check"
          title={say.check}
          line={say.checkLine}
          href={spoken(supportPaths.check(of.slug), lang)}
        />
        <Door
          icon="info"
          title={say.limits}
          line={say.limitsLine}
          href={spoken(supportPaths.limits(of.slug), lang)}
        />
      </Section>
      <p>
        <a href={supportPaths.outside(lang)}>{say.elsewhere}</a>
      </p>
      <p>
        <a href={spoken(supportPaths.region(of.slug), lang)}>{say.back}</a>
      </p>
    </>
  )
}
