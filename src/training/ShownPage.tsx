import type { Region } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import { DefinitionList, type Fact } from '../ui/facts.tsx'
import { inSentence, type Language } from '../ui/language.ts'
import { day, duration } from '../ui/moment.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import { type Certificate, type CertificateState, lastDayOf, stateOf } from './certificate.ts'
import { InEnglish } from './InEnglish.tsx'
import { type Shows, showable } from './showing.ts'
import { shownWords, showsWords, stateWords, toneOf } from './shownWords.ts'

type Props = {
  lang: Language
  region: Pick<Region, 'name'>
  certificate: Certificate
  shows: readonly Shows[]
  today: Temporal.PlainDate
}

/** A certificate to whoever was given a link: the course, whether it is valid, and what its holder chose. */
export const ShownPage = ({ lang, region, certificate, shows, today }: Props) => {
  const say = shownWords[lang]
  const state = stateOf(certificate, today, certificate.revocation)
  const saidOf: Readonly<Record<CertificateState, string>> = {
    valid: say.valid(day(today, lang)),
    // Since when is among the dates, which its holder may keep to themselves.
    lapsed: shows.includes('dates')
      ? say.lapsed(day(certificate.expiresOn, lang))
      : say.lapsedNow(day(today, lang)),
    revoked: say.revoked,
  }
  const hidden = showable.filter((one) => !shows.includes(one))
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        aside={<Tag tone={toneOf[state]}>{stateWords[lang][state]}</Tag>}
      />
      <DefinitionList
        facts={[
          { term: say.course, detail: <InEnglish>{certificate.title}</InEnglish> },
          { term: say.issuer, detail: region.name },
          { term: say.state, detail: saidOf[state] },
          ...showable.filter((one) => shows.includes(one)).flatMap((one) => factsOf(one, certificate, lang)),
        ]}
      />
      <p>{shows.includes('name') ? say.whoNamed : say.who}</p>
      <Card title={say.hiddenTitle} tone="aside">
        {hidden.length === 0 ? null : (
          <p>{say.hidden(hidden.map((one) => inSentence(showsWords[lang][one])).join(', '))}</p>
        )}
        <p>{say.never}</p>
      </Card>
      <Card title={say.notTitle} tone="aside">
        <p>{say.not}</p>
      </Card>
    </>
  )
}

/** What one tick shows. */
function factsOf(what: Shows, certificate: Certificate, lang: Language): Fact[] {
  const say = shownWords[lang]
  const facts: Readonly<Record<Shows, Fact[]>> = {
    name: [{ term: say.name, detail: certificate.name }],
    dates: [
      { term: say.issued, detail: day(certificate.issuedOn, lang) },
      { term: say.through, detail: day(lastDayOf(certificate), lang) },
    ],
    hours: [
      { term: say.online, detail: duration(certificate.onlineMinutes, lang) },
      { term: say.inPerson, detail: duration(certificate.inPersonMinutes, lang) },
    ],
    score: [{ term: say.score, detail: say.scoreSaid(certificate.scorePercent) }],
  }
  return facts[what]
}
