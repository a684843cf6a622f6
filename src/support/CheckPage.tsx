import type { Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { CheckContinuum, CheckScored } from './CheckParts.tsx'
import type { Check } from './checkContent.ts'
import { checkWords } from './checkWords.ts'
import { spoken, supportPaths } from './frontPaths.ts'
import { frontWords } from './frontWords.ts'

type Props = {
  of: Region
  checks: readonly Check[]
  help: readonly HelpLine[]
  script: Path
  lang: Language
}

/** Questions for oneself. There is no form: nothing here can be sent, and without script every answer shows its number. */
export const CheckPage = ({ of, checks, help, script, lang }: Props) => {
  const say = checkWords[lang]
  const people = { help, teamPhone: of.teamPhone, lang }
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <Notice tone="amber">
        {say.diagnosis} <a href={spoken(supportPaths.front(of.slug), lang)}>{frontWords[lang].title}</a>
      </Notice>
      <p>{say.own}</p>
      <p class="muted small">
        <Standing checks={checks} lang={lang} /> {say.spanish}
      </p>
      {checks.map((check) =>
        check.kind === 'continuum' ? (
          <CheckContinuum key={check.code} check={check} {...people} />
        ) : (
          <CheckScored key={check.code} check={check} {...people} />
        ),
      )}
      <Origins checks={checks} lang={lang} />
      <p>
        <a href={spoken(supportPaths.front(of.slug), lang)}>{frontWords[lang].backToSupport}</a>
      </p>
      <script src={script} type="module"></script>
    </>
  )
}

/** The page is reviewed once every part of it is. */
const Standing = ({ checks, lang }: Pick<Props, 'checks' | 'lang'>) => {
  const say = checkWords[lang]
  const { reviewed } = checks.find((one) => one.reviewed === null) ?? checks[0]!
  return (
    <>
      {reviewed === null
        ? say.unreviewed
        : say.reviewed(day(Temporal.PlainDate.from(reviewed.on), lang), reviewed.clinician)}
    </>
  )
}

const Origins = ({ checks, lang }: Pick<Props, 'checks' | 'lang'>) => {
  const say = checkWords[lang]
  return (
    <Card title={say.sources}>
      <ul class="small">
        {checks.map(({ code, title, source, rights }) => (
          <li key={code}>
            {title[lang]}: {source.text[lang]} {say.read}: <span lang="en">{source.read}</span>.{' '}
            {rights.text[lang]} {rights.basis === 'read' ? null : say.remembered}
          </li>
        ))}
      </ul>
    </Card>
  )
}
