import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Fieldset } from '../ui/choices.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import { Checkbox } from '../ui/inputs.tsx'
import { inSentence, type Language } from '../ui/language.ts'
import { day, duration } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { QrPicture } from '../ui/qrPicture.tsx'
import { Tag } from '../ui/tag.tsx'
import { type Certificate, lastDayOf, stateOf } from './certificate.ts'
import { certificateWords, groundWords } from './certificateWords.ts'
import { InEnglish } from './InEnglish.tsx'
import { trainingPaths } from './paths.ts'
import { StudyLinks } from './StudyLinks.tsx'
import { type Shows, showable } from './showing.ts'
import { showsWords, stateWords, toneOf } from './shownWords.ts'

export type CertificateView = {
  readonly region: Region
  readonly certificate: Certificate
  readonly today: Temporal.PlainDate
  /** Links that are open, newest first. */
  readonly showings: readonly {
    readonly id: string
    readonly shows: readonly Shows[]
    readonly madeOn: Temporal.PlainDate
  }[]
}

type Props = {
  view: CertificateView
  lang: Language
  /** The whole address of a link, in the one answer that makes it. */
  link: string | null
  ticked: readonly Shows[]
  failed: 'tooMany' | 'revokedRefused' | 'keyShut' | null
}

/** A certificate to whoever holds it: what it says, and what they show of it to others. */
export const CertificatePage = ({ view, lang, link, ticked, failed }: Props) => {
  const { region, certificate, today } = view
  const say = certificateWords[lang]
  const state = stateOf(certificate, today, certificate.revocation)
  return (
    <>
      <PageHead
        title={say.title}
        over={<InEnglish>{certificate.title}</InEnglish>}
        lead={say.lead}
        aside={<Tag tone={toneOf[state]}>{stateWords[lang][state]}</Tag>}
      />
      <ErrorSummary lang={lang} errors={failed === null ? [] : [{ field: null, message: say[failed] }]} />
      <StudyLinks region={region} lang={lang} current={null} />
      {link === null ? null : (
        <Notice tone="ok" title={say.once} live>
          <p>{say.onceLead}</p>
          <p>
            <code>{link}</code>
          </p>
          <QrPicture text={link} label={say.picture} />
        </Notice>
      )}
      {certificate.revocation === null ? null : (
        <Notice tone="bad">
          {say.revoked(
            day(certificate.revocation.at.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang),
            inSentence(groundWords[lang][certificate.revocation.ground]),
          )}
        </Notice>
      )}
      {state === 'lapsed' ? <Notice>{say.lapsed}</Notice> : null}
      <DefinitionList
        facts={[
          { term: say.course, detail: <InEnglish>{certificate.title}</InEnglish> },
          { term: say.name, detail: certificate.name },
          { term: say.issued, detail: day(certificate.issuedOn, lang) },
          { term: say.through, detail: day(lastDayOf(certificate), lang) },
          { term: say.online, detail: duration(certificate.onlineMinutes, lang) },
          { term: say.inPerson, detail: duration(certificate.inPersonMinutes, lang) },
          { term: say.score, detail: say.scoreSaid(certificate.scorePercent) },
        ]}
      />
      {state === 'revoked' ? null : <Showing view={view} lang={lang} ticked={ticked} />}
      <Links view={view} lang={lang} />
    </>
  )
}

const Showing = ({ view, lang, ticked }: Pick<Props, 'view' | 'lang' | 'ticked'>) => {
  const say = certificateWords[lang]
  const [slug, { id }] = [view.region.slug, view.certificate]
  return (
    <>
      <Section title={say.show}>
        <p>{say.showLead}</p>
        <form class="stack" method="post" action={trainingPaths.showings(slug, id)}>
          <Fieldset legend={say.shows} hint={say.paperLead}>
            {showable.map((one) => (
              <Checkbox
                key={one}
                name={`show_${one}`}
                label={showsWords[lang][one]}
                checked={ticked.includes(one)}
              />
            ))}
          </Fieldset>
          <Actions>
            <Button look="primary">{say.makeLink}</Button>
            <Button formaction={trainingPaths.certificatePdf(slug, id)}>{say.paper}</Button>
          </Actions>
        </form>
      </Section>
      <Section title={say.badge}>
        <p>{say.badgeLead}</p>
        <Actions>
          <LinkButton href={trainingPaths.certificateBadge(slug, id)}>{say.getBadge}</LinkButton>
        </Actions>
      </Section>
    </>
  )
}

const Links = ({ view, lang }: Pick<Props, 'view' | 'lang'>) => {
  const say = certificateWords[lang]
  const { region, certificate, showings } = view
  const said = (shows: readonly Shows[]) =>
    shows.length === 0
      ? say.nothingMore
      : showable
          .filter((one) => shows.includes(one))
          .map((one) => inSentence(showsWords[lang][one]))
          .join(', ')
  return (
    <Section title={say.links}>
      <DataTable
        caption={say.links}
        captionHidden
        columns={[{ label: say.made }, { label: say.showsWhat }, { label: say.step }]}
        empty={<p>{say.noLinks}</p>}
        rows={showings.map((one) => ({
          key: one.id,
          cells: [
            day(one.madeOn, lang),
            said(one.shows),
            <form method="post" action={trainingPaths.showingEnd(region.slug, certificate.id, one.id)}>
              <Button look="quiet">
                {say.end}
                <span class="unseen"> {say.endOf(day(one.madeOn, lang))}</span>
              </Button>
            </form>,
          ],
        }))}
      />
    </Section>
  )
}
