import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { day, dayAndClock } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { accountWords } from './accountWords.ts'
import type { Factors, OwnRegion, OwnSession } from './factors.ts'
import { identityPaths } from './paths.ts'
import { Frame, type View } from './SignInPages.tsx'

type Props = {
  view: View
  email: string
  factors: Factors
  sessions: readonly OwnSession[]
  current: string
  /** In which times are shown. */
  zone: string
  regions: readonly OwnRegion[]
  needs: boolean
  /** Whether second proofs are asked at all. */
  asked: boolean
  news: 'kept' | 'last' | null
}

export const AccountPage = (props: Props) => {
  const { view, news, needs, asked } = props
  const say = accountWords[view.lang]
  return (
    <Frame view={view} title={say.title} here={identityPaths.account()}>
      <PageHead title={say.title} lead={say.lead(props.email)} />
      {news === null ? null : (
        <Notice tone={news === 'kept' ? 'ok' : 'bad'} live>
          {say[news]}
        </Notice>
      )}
      {asked ? null : <Notice>{say.notAsked}</Notice>}
      {needs && asked ? <p>{say.needs}</p> : null}
      <Passkeys {...props} />
      <App {...props} />
      <Sessions {...props} />
      <Regions {...props} />
      <Record {...props} />
      <Actions>
        <LinkButton href={'/' as Path}>{say.back}</LinkButton>
      </Actions>
    </Frame>
  )
}

/** Each region reaches them in its own way. */
const Regions = ({ view: { lang }, regions }: Props) => {
  const say = accountWords[lang]
  if (regions.length === 0) return null
  return (
    <Card title={say.reach}>
      <p>{say.reachLead}</p>
      <DataTable
        caption={say.reach}
        captionHidden
        columns={[{ label: say.region }, { label: say.ways }, { label: say.change }]}
        rows={regions.map((region) => ({
          key: region.reach,
          cells: [
            region.name,
            region.ways.map((way) => say.way[way]).join(', '),
            <>
              <a href={region.reach}>
                {say.changeWays}
                <span class="unseen">: {region.name}</span>
              </a>
              <br />
              <a href={region.hears}>
                {say.changeHears}
                <span class="unseen">: {region.name}</span>
              </a>
            </>,
          ],
        }))}
      />
    </Card>
  )
}

const Record = ({ view: { lang } }: Props) => {
  const say = accountWords[lang]
  return (
    <Card title={say.record}>
      <p>{say.recordLead}</p>
      <Actions>
        <LinkButton href={identityPaths.export()}>{say.download}</LinkButton>
        <LinkButton href={identityPaths.erasure()} look="quiet">
          {say.erase}
        </LinkButton>
      </Actions>
    </Card>
  )
}

const Passkeys = ({ view: { lang }, factors, zone }: Props) => {
  const say = accountWords[lang]
  return (
    <Card title={say.passkeys}>
      <p>{say.passkeysLead}</p>
      {factors.passkeys.length === 0 ? (
        <p>{say.noPasskeys}</p>
      ) : (
        <DataTable
          caption={say.passkeys}
          captionHidden
          columns={[{ label: say.name }, { label: say.since }, { label: say.used }, { label: say.step }]}
          rows={factors.passkeys.map((one) => ({
            key: one.id,
            cells: [
              one.name,
              day(one.madeAt.toZonedDateTimeISO(zone).toPlainDate(), lang),
              one.usedOn === null ? say.never : day(one.usedOn, lang),
              <form method="post" action={identityPaths.passkeyRemoval()}>
                <input type="hidden" name="id" value={one.id} />
                <Button look="quiet">
                  {say.remove}
                  <span class="unseen"> {one.name}</span>
                </Button>
              </form>,
            ],
          }))}
        />
      )}
      <Actions>
        <LinkButton href={identityPaths.newPasskey()}>{say.addPasskey}</LinkButton>
      </Actions>
    </Card>
  )
}

const App = ({ view: { lang }, factors }: Props) => {
  const say = accountWords[lang]
  return (
    <Card title={say.app}>
      {factors.app ? (
        <>
          <p>
            {say.appOn} {say.codes(factors.codesLeft)}
          </p>
          <Actions>
            <form method="post" action={identityPaths.codes()}>
              <Button>{say.newCodes}</Button>
            </form>
            <form method="post" action={identityPaths.appRemoval()}>
              <Button look="quiet">{say.removeApp}</Button>
            </form>
          </Actions>
        </>
      ) : (
        <>
          <p>{say.appOff}</p>
          <form method="post" action={identityPaths.app()}>
            <Button>{say.setUpApp}</Button>
          </form>
        </>
      )}
    </Card>
  )
}

const Sessions = ({ view: { lang }, sessions, current, zone }: Props) => {
  const say = accountWords[lang]
  return (
    <Card title={say.sessions}>
      <p>{say.sessionsLead}</p>
      <DataTable
        caption={say.sessions}
        captionHidden
        columns={[{ label: say.opened }, { label: say.seen }, { label: say.by }, { label: say.step }]}
        rows={sessions.map((one) => ({
          key: one.id,
          cells: [
            dayAndClock(one.openedAt, zone, lang),
            one.seenOn === null ? say.never : day(one.seenOn, lang),
            say.strength[one.strength],
            one.id === current ? (
              <Tag tone="ok">{say.here}</Tag>
            ) : (
              <form method="post" action={identityPaths.sessionEnd()}>
                <input type="hidden" name="id" value={one.id} />
                <Button look="quiet">{say.end}</Button>
              </form>
            ),
          ],
        }))}
      />
      {sessions.length < 2 ? null : (
        <form method="post" action={identityPaths.sessionsEnd()}>
          <Button>{say.endOthers}</Button>
        </form>
      )}
    </Card>
  )
}
