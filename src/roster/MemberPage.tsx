import { disciplineWords } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Columns, PageHead, Section } from '../ui/pageHead.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import type { Gate } from './checklist.ts'
import { drillWords } from './drillWords.ts'
import {
  ClearanceForm,
  ContactForms,
  FurtherAgenciesForm,
  LeaveForm,
  PaperForms,
  StandingForms,
} from './MemberForms.tsx'
import type { RosterAct } from './may.ts'
import type { MemberView } from './memberView.ts'
import { memberWords } from './memberWords.ts'
import { OwnDrillCard } from './OwnDrillCard.tsx'
import { OwnLinks } from './OwnLinks.tsx'
import { OwnLoadCard } from './OwnLoadCard.tsx'
import type { LoadNow } from './ownLoad.ts'
import { PrintedDay } from './PrintedDay.tsx'
import { evidenceWords, gateStateWords, gateWords, groundWords, rankWords, roleWords } from './words.ts'

export type MemberPageProps = {
  view: MemberView
  lang: Language
  /** What the reader may do here; somebody's own page asks less. */
  may: (act: RosterAct) => boolean
  /** Whether they are looking at themselves. */
  own: boolean
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  /** What policy counts of them, on their own page. */
  load: { readonly now: Temporal.Instant; readonly counts: LoadNow } | null
  /** The kind of paper that was just kept. */
  kept: string | null
}

/** One member: what they lack, their papers, the decisions about them, how to reach them. */
export const MemberPage = (props: MemberPageProps) => {
  const { view, lang, own, errors } = props
  const { member, deployability } = view
  const say = memberWords[lang]
  const agency = view.agencies.find((one) => one.id === member.agencyId)?.name ?? say.regionalTeam
  // Kinds are data: one that nobody asks for may be a slip of the hand.
  const unasked = view.file.credentials
    .map((one) => one.kind)
    .find((kind) => kind === props.kept && !view.kindsAsked.includes(kind))
  return (
    <>
      <PageHead
        over={`${roleWords[lang][member.role]} · ${agency}`}
        title={own ? say.mineTitle(member.name) : member.name}
        lead={own ? say.mineLead : undefined}
        aside={
          deployability.deployable ? (
            <Tag tone="ok">
              {deployability.until === null ? say.goes : say.goesUntil(day(deployability.until, lang))}
            </Tag>
          ) : (
            <Tag tone="bad">{say.stays}</Tag>
          )
        }
      />
      <ErrorSummary lang={lang} errors={errors} />
      {view.awaitsClearanceSince === null ? null : (
        <Notice tone="amber">
          <p>{(own ? say.awaitsOwn : say.awaits)(day(view.awaitsClearanceSince, lang))}</p>
          <ClearanceForm {...props} />
        </Notice>
      )}
      {view.unreachable ? (
        <Notice tone="amber">{drillWords[lang][own ? 'ownFlag' : 'memberFlag']}</Notice>
      ) : null}
      {unasked === undefined ? null : <Notice tone="amber">{say.kindUnasked(unasked)}</Notice>}
      <Columns
        main={
          <>
            {own ? <Contact {...props} /> : null}
            <Checklist view={view} lang={lang} />
            <Papers {...props} />
            <Decisions {...props} />
          </>
        }
        aside={
          <>
            {own ? <OwnLinks slug={view.region.slug} lang={lang} /> : <Contact {...props} />}
            {own ? <OwnDrillCard drill={view.drill} lang={lang} /> : null}
            {props.load === null ? null : <OwnLoadCard {...props} load={props.load} />}
            <Leave {...props} />
          </>
        }
      />
    </>
  )
}

const tones: Record<Gate['state'], Tone> = {
  ok: 'ok',
  lapses_soon: 'amber',
  missing: 'bad',
  advised: 'amber',
  not_needed: 'neutral',
}

const Checklist = ({ view, lang }: Pick<MemberPageProps, 'view' | 'lang'>) => {
  const say = memberWords[lang]
  return (
    <Section title={say.checklist}>
      <p class="muted">{say.checklistLead}</p>
      <DataTable
        caption={say.checklist}
        captionHidden
        columns={[{ label: say.gate }, { label: say.state }, { label: say.until }, { label: say.source }]}
        rows={view.gates
          .filter((gate) => gate.state !== 'not_needed')
          .map((gate) => ({
            key: `${gate.code} ${gate.of.join(' ')}`,
            cells: [
              gate.of.length === 0
                ? gateWords[lang][gate.code]
                : say.of(gateWords[lang][gate.code], gate.of.join(' / ')),
              <Tag tone={tones[gate.state]}>{gateStateWords[lang][gate.state]}</Tag>,
              gate.until === null ? '–' : day(gate.until, lang),
              <span class="muted small" lang="en">
                {gate.source}
              </span>,
            ],
          }))}
      />
    </Section>
  )
}

const Papers = (props: MemberPageProps) => {
  const { view, lang } = props
  const { file } = view
  const say = memberWords[lang]
  const [designation] = file.designations.filter((one) => one.endedOn === null)
  const agreement = [...file.agreements].sort((one, other) =>
    Temporal.PlainDate.compare(other.signedOn, one.signedOn),
  )[0]
  return (
    <Section title={say.papers}>
      <DataTable
        caption={say.papers}
        captionHidden
        columns={[
          { label: say.kind },
          { label: say.issuer },
          { label: say.number },
          { label: say.issuedOn },
          { label: say.expires },
          { label: say.evidence },
        ]}
        rows={file.credentials.map((one) => ({
          key: `${one.kind} ${one.number} ${one.issuedOn}`,
          cells: [
            one.kind,
            <bdi>{one.issuer}</bdi>,
            <bdi>{one.number}</bdi>,
            day(one.issuedOn, lang),
            <PrintedDay paper={one} lang={lang} />,
            one.evidence === null ? '–' : say.of(evidenceWords[lang][one.evidence.kind], one.evidence.kept),
          ],
        }))}
        empty={<p class="muted">{say.noPapers}</p>}
      />
      <DefinitionList
        facts={[
          {
            term: say.agreement,
            detail:
              agreement === undefined
                ? '–'
                : `${day(agreement.signedOn, lang)}, ${say.renewBy(day(agreement.renewBy, lang))}`,
          },
          {
            term: say.designation,
            detail:
              designation === undefined
                ? '–'
                : `${designation.document}, ${day(designation.designatedOn, lang)}`,
          },
        ]}
      />
      {props.may('keep_records') ? <PaperForms {...props} designated={designation !== undefined} /> : null}
    </Section>
  )
}

const Decisions = (props: MemberPageProps) => {
  const { view, lang } = props
  const { selections, suspensions } = view.file
  const say = memberWords[lang]
  const because = (ground: keyof (typeof groundWords)['en']) => groundWords[lang][ground]
  const span = (from: Temporal.PlainDate, to: Temporal.PlainDate | null) =>
    to === null ? say.since(day(from, lang)) : say.span(day(from, lang), day(to, lang))
  const lines = [
    ...selections.map((one) => ({
      from: one.selectedOn,
      term: say.chosen,
      detail: [
        span(one.selectedOn, one.deselectedOn),
        ...(one.deselection === null ? [] : [because(one.deselection.ground)]),
      ].join(' · '),
    })),
    ...suspensions.map((one) => ({
      from: one.suspendedOn,
      term: say.suspended,
      detail: [
        span(one.suspendedOn, one.reinstatedOn),
        because(one.ground),
        ...(one.reinstatement === null ? [] : [because(one.reinstatement.ground)]),
      ].join(' · '),
    })),
  ].sort((one, other) => Temporal.PlainDate.compare(other.from, one.from))
  return (
    <Section title={say.standing}>
      <p class="muted">{say.standingLead(props.own)}</p>
      <DefinitionList facts={lines} />
      <StandingForms
        {...props}
        selected={selections.some((one) => one.deselectedOn === null)}
        suspended={suspensions.some((one) => one.reinstatedOn === null)}
      />
    </Section>
  )
}

const Contact = (props: MemberPageProps) => {
  const { view, lang } = props
  const { member } = view
  const say = memberWords[lang]
  const further = view.agencies
    .filter((one) => member.furtherAgencies.includes(one.id))
    .map((one) => one.name)
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' })
  const facts = [
    { term: say.mail, detail: member.email },
    { term: say.setsOut, detail: member.town },
    { term: say.languages, detail: member.languages.map((code) => names.of(code)).join(', ') },
    { term: say.disciplines, detail: member.disciplines.map((one) => disciplineWords[lang][one]).join(', ') },
    { term: say.band, detail: rankWords[lang][member.rankBand] },
    ...(further.length === 0 ? [] : [{ term: say.further, detail: further.join(', ') }]),
  ]
  return (
    <Card title={say.contact(props.own)}>
      <DefinitionList facts={facts} />
      <p class="muted small">
        {view.mailProvenOn === null ? say.mailUnproven : say.mailProven(day(view.mailProvenOn, lang))}
        {' · '}
        {view.confirmedOn === null ? say.neverConfirmed : say.confirmed(day(view.confirmedOn, lang))}
      </p>
      {view.confirmDue ? <Notice tone="amber">{say.confirmDue}</Notice> : null}
      {props.may('confirm_details') ? <ContactForms {...props} /> : null}
      {props.may('keep_records') ? <FurtherAgenciesForm {...props} /> : null}
    </Card>
  )
}

const Leave = (props: MemberPageProps) => {
  const { view, lang } = props
  const say = memberWords[lang]
  return (
    <Card title={say.leave}>
      <p class="muted small">{say.leaveLead(props.own)}</p>
      <ul class="plain">
        {view.file.leaves.map((one) => (
          <li key={one.startsOn.toString()}>{say.span(day(one.startsOn, lang), day(one.endsOn, lang))}</li>
        ))}
      </ul>
      {props.may('keep_records') ? <LeaveForm {...props} /> : null}
    </Card>
  )
}
