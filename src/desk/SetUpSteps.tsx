import type { Child } from 'hono/jsx'
import type { Region } from '../region/index.ts'
import { rosterPaths, type SheetAsked } from '../roster/index.ts'
import { Actions, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead, Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { deskPaths } from './paths.ts'
import { SetUpStrip, stepOver } from './SetUpFrame.tsx'
import { setUpExample } from './setUpExample.ts'
import type { ReadyCode, ReadyLine } from './setUpReady.ts'
import { readyWords, setUpWords } from './setUpWords.ts'

type SheetStepProps = {
  lang: Language
  region: Region
  step: 'agencies' | 'members'
  /** How many are here already. */
  count: number
  saved: boolean
  asked: SheetAsked
  /** What the file comes to, and the form. */
  parts: { readonly report: Child; readonly form: Child }
}

/** Agencies, then members: a sheet, checked before it is saved. Neither must be done now. */
export const SheetStepPage = ({ lang, region, step, count, saved, asked, parts }: SheetStepProps) => {
  const say = setUpWords[lang]
  const next = deskPaths.setUpStep(region.slug, step === 'agencies' ? 'members' : 'ready')
  const [title, lead, here] =
    step === 'agencies'
      ? [say.agenciesTitle, say.agenciesLead, say.agenciesHere(count)]
      : [say.membersTitle, say.membersLead, say.membersHere(count)]
  return (
    <>
      <SetUpStrip lang={lang} step={step} />
      <PageHead over={stepOver(lang, step)} title={title} lead={lead} />
      {saved ? (
        <Notice tone="ok" live>
          {say.saved} {here}
        </Notice>
      ) : (
        <p>{here}</p>
      )}
      {count === 0 ? null : (
        <Actions>
          <LinkButton look={asked.checked === null ? 'primary' : 'plain'} href={next}>
            {say.next}
          </LinkButton>
        </Actions>
      )}
      <ErrorSummary lang={lang} errors={asked.errors} />
      {parts.report}
      <Section title={say.bring}>
        <p class="muted">{say.likeThis}</p>
        <pre class="example">{setUpExample[step]}</pre>
        <Actions>
          <LinkButton href={rosterPaths.sheetTemplate(region.slug, step)}>{say.template}</LinkButton>
          {step === 'members' ? (
            <LinkButton look="quiet" href={rosterPaths.newMember(region.slug)}>
              {say.byHand}
            </LinkButton>
          ) : null}
        </Actions>
        {parts.form}
      </Section>
      {count === 0 ? (
        <Actions>
          <LinkButton look="quiet" href={next}>
            {say.later}
          </LinkButton>
        </Actions>
      ) : null}
    </>
  )
}

type ReadyProps = {
  lang: Language
  region: Region
  lines: readonly ReadyLine[]
  /** Where each is taken up, for whoever looks. */
  ways: Readonly<Partial<Record<ReadyCode, { readonly href: Path; readonly label: string }>>>
}

/** The last step, and afterwards the page that says how whole the region is. */
export const ReadyPage = ({ lang, region, lines, ways }: ReadyProps) => {
  const say = setUpWords[lang]
  return (
    <>
      <SetUpStrip lang={lang} step="ready" />
      <PageHead over={stepOver(lang, 'ready')} title={say.readyTitle} lead={say.readyLead} />
      <DataTable
        caption={say.readyCaption}
        captionHidden
        columns={[{ label: say.what }, { label: say.stands }, { label: say.way }]}
        rows={lines.map(({ code, stands, counts }) => {
          const way = ways[code]
          return {
            key: code,
            cells: [
              readyWords[lang][code](counts),
              <Tag tone={stands ? 'ok' : 'amber'}>{stands ? say.done : say.open}</Tag>,
              way === undefined ? '' : <a href={way.href}>{way.label}</a>,
            ],
          }
        })}
      />
      <Actions>
        <LinkButton look="primary" href={deskPaths.today(region.slug)}>
          {say.today}
        </LinkButton>
      </Actions>
    </>
  )
}
