import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { RadioCards } from '../ui/choices.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { inSentence, type Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { type Certificate, lastDayOf, revocationGrounds } from './certificate.ts'
import { groundWords } from './certificateWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { trainingPaths } from './paths.ts'
import { revocationWords } from './revocationWords.ts'

type Props = {
  region: Region
  certificate: Certificate
  lang: Language
  /** No ground was chosen. */
  missing: boolean
}

/** The step before a certificate no longer holds: whose it is, and why; afterwards, that it was done. */
export const RevocationPage = ({ region, certificate, lang, missing }: Props) => {
  const say = revocationWords[lang]
  const { revocation } = certificate
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={missing ? [{ field: 'ground', message: say.groundMissing }] : []} />
      {revocation === null ? null : (
        <Notice tone="ok" title={say.done} live>
          {say.doneLead(
            day(revocation.at.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang),
            inSentence(groundWords[lang][revocation.ground]),
          )}
        </Notice>
      )}
      <DefinitionList
        facts={[
          { term: say.holder, detail: certificate.name },
          { term: say.course, detail: <InEnglish>{certificate.title}</InEnglish> },
          { term: say.issued, detail: day(certificate.issuedOn, lang) },
          { term: say.through, detail: day(lastDayOf(certificate), lang) },
        ]}
      />
      {revocation === null ? (
        <form
          class="stack"
          method="post"
          action={trainingPaths.revocation(region.slug, certificate.id)}
          novalidate
        >
          <RadioCards
            name="ground"
            label={say.ground}
            error={missing ? say.groundMissing : undefined}
            options={revocationGrounds.map((value) => ({ value, label: groundWords[lang][value] }))}
            required
          />
          <Actions>
            <Button look="danger">{say.revoke}</Button>
            <LinkButton look="quiet" href={trainingPaths.training(region.slug)}>
              {say.keep}
            </LinkButton>
          </Actions>
        </form>
      ) : null}
    </>
  )
}
