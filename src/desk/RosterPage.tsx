import { incidentWords } from '../incident/index.ts'
import type { Agency } from '../region/index.ts'
import { type Deployability, type Member, type Missing, rosterPaths } from '../roster/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { Checkbox, Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag, Tags } from '../ui/tag.tsx'
import { inviteWords } from './inviteWords.ts'
import { deskPaths } from './paths.ts'
import { recoveryWords } from './recoveryWords.ts'
import { rolesWords } from './rolesWords.ts'
import { filtered, type RosterFilter } from './rosterFilter.ts'
import { missingWords, navWords, teamWords } from './teamWords.ts'

/** One member as they stand for the next two hours. */
type Person = {
  readonly member: Member
  readonly deployability: Deployability
  readonly canLead: boolean
  readonly onCall: boolean
  readonly reachable: boolean
  /** They said STOP from their number. */
  readonly noTexts: boolean
  readonly unavailable: boolean
  readonly committed: boolean
}
type Props = {
  lang: Language
  agencies: readonly Agency[]
  people: readonly Person[]
  /** For those who may bring people in. */
  inviteHref: Path | null
  /** For administrators. */
  lostKeysHref: Path | null
  slug: string
  filter: RosterFilter
}

/** Who could go, and what the others lack. */
export const RosterPage = ({ lang, agencies, people, inviteHref, lostKeysHref, slug, filter }: Props) => {
  const say = teamWords[lang]
  const nameOf = new Map(agencies.map((agency) => [agency.id, agency.name]))
  const able = people.filter((one) => one.deployability.deployable)
  // Whoever is not reached goes nowhere tonight, whatever their papers say.
  const ready = able.filter((one) => one.reachable).length
  const shown = filtered(people, filter, agencies)
  return (
    <>
      <PageHead
        title={navWords[lang].roster}
        lead={say.deployableToday(ready, people.length)}
        aside={
          inviteHref === null ? undefined : (
            <Actions>
              <LinkButton href={rosterPaths.newMember(slug)}>{say.newMember}</LinkButton>
              <LinkButton href={rosterPaths.importSheet(slug)}>{say.importRoster}</LinkButton>
              <LinkButton href={inviteHref}>{inviteWords[lang].title}</LinkButton>
              {lostKeysHref === null ? null : (
                <>
                  <LinkButton look="quiet" href={deskPaths.roles(slug)}>
                    {rolesWords[lang].nav}
                  </LinkButton>
                  <LinkButton look="quiet" href={lostKeysHref}>
                    {recoveryWords[lang].nav}
                  </LinkButton>
                </>
              )}
            </Actions>
          )
        }
      />
      {ready === able.length ? null : (
        <Notice tone="amber">
          {say.notReached(able.length - ready)} <a href={rosterPaths.drills(slug)}>{say.notReachedSee}</a>
        </Notice>
      )}
      <details open={shown.length < people.length}>
        <summary>{say.find}</summary>
        <form class="stack" method="get" action={deskPaths.roster(slug)}>
          <Field
            name="find"
            type="search"
            label={say.findLabel}
            autocomplete="off"
            maxlength={80}
            value={filter.find}
          />
          <Select
            name="agency"
            label={say.agency}
            lang={lang}
            value={filter.agency}
            options={agencies.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Checkbox name="ready" label={say.onlyReady} checked={filter.ready} />
          <Actions>
            <Button>{say.findDo}</Button>
            {shown.length < people.length ? (
              <LinkButton look="quiet" href={deskPaths.roster(slug)}>
                {say.findAll}
              </LinkButton>
            ) : null}
          </Actions>
        </form>
      </details>
      {ready === able.length ? (
        <p>
          <a href={rosterPaths.drills(slug)}>{say.drills}</a>
        </p>
      ) : null}
      {shown.length < people.length ? <p>{say.found(shown.length, people.length)}</p> : null}
      <DataTable
        caption={say.members}
        captionHidden
        columns={[
          { label: say.member },
          { label: say.agency },
          { label: say.role },
          { label: say.deployable },
          { label: say.now },
        ]}
        rows={shown.map((one) => ({
          key: one.member.id,
          cells: [
            <a href={rosterPaths.member(slug, one.member.id)}>{one.member.name}</a>,
            one.member.agencyId === null ? say.regionalTeam : (nameOf.get(one.member.agencyId) ?? ''),
            incidentWords[lang].seat[one.canLead ? 'lead' : one.member.role],
            <Standing one={one} lang={lang} />,
            <Now one={one} lang={lang} />,
          ],
        }))}
      />
    </>
  )
}

/** Nothing that somebody lacks: what keeps them from going. */
const apart: readonly Missing[] = ['standing', 'leave']

const Standing = ({ one, lang }: { one: Person; lang: Language }) => {
  const say = teamWords[lang]
  const { deployable, until, missing } = one.deployability
  if (deployable) return <Tag tone="ok">{until === null ? say.noEnd : say.until(day(until, lang))}</Tag>
  const inWords = (which: readonly Missing[]) => which.map((what) => missingWords[lang][what]).join(', ')
  const lacking = missing.filter((what) => !apart.includes(what))
  const standing = inWords(missing.filter((what) => apart.includes(what)))
  return (
    <Tag tone="bad">
      {[lacking.length === 0 ? '' : say.missing(inWords(lacking)), standing].filter(Boolean).join(' · ')}
    </Tag>
  )
}

const Now = ({ one, lang }: { one: Person; lang: Language }) => (
  <Tags>
    {nowOf(one, lang)}
    {one.reachable ? null : <Tag tone="amber">{teamWords[lang].unreached}</Tag>}
    {one.noTexts ? <Tag tone="amber">{teamWords[lang].noTexts}</Tag> : null}
  </Tags>
)

function nowOf(one: Person, lang: Language): string {
  const say = teamWords[lang]
  if (one.committed) return say.bound
  if (one.unavailable) return say.unavailable
  return one.onCall ? say.onCall : ''
}
