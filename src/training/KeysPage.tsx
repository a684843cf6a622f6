import type { Region } from '../region/index.ts'
import { Actions, Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { keysWords } from './keysWords.ts'
import { trainingPaths } from './paths.ts'

/** A key by its dates. */
export type KeyRow = {
  readonly kid: string
  readonly madeAt: Temporal.Instant
  readonly retiredAt: Temporal.Instant | null
  readonly lostAt: Temporal.Instant | null
}

type Props = {
  region: Region
  keys: readonly KeyRow[]
  lang: Language
  /** Nothing here opens the key in use, so it signs nothing. */
  shut: boolean
}

/** What tells keys apart to the eye: ids made near each other begin alike. */
const short = (kid: string) => kid.slice(-12)

export const KeysPage = ({ region, keys, lang, shut }: Props) => {
  const say = keysWords[lang]
  const dayOf = (at: Temporal.Instant) => day(at.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  const inUse = keys.find((key) => key.retiredAt === null)
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      {shut ? (
        <Notice tone="bad" title={say.shutTitle}>
          <p>{say.shutLead}</p>
        </Notice>
      ) : null}
      <DataTable
        caption={say.title}
        captionHidden
        columns={[{ label: say.key }, { label: say.made }, { label: say.state }, { label: say.step }]}
        empty={
          <EmptyState title={say.none}>
            <p>{say.noneLead}</p>
          </EmptyState>
        }
        rows={keys.map(({ kid, madeAt, retiredAt, lostAt }) => ({
          key: kid,
          cells: [
            <code>{short(kid)}</code>,
            dayOf(madeAt),
            lostAt !== null
              ? say.lost(dayOf(lostAt))
              : retiredAt !== null
                ? say.retired(dayOf(retiredAt))
                : shut
                  ? say.shut
                  : say.signs,
            lostAt === null ? (
              <LinkButton look="quiet" href={trainingPaths.keyLoss(region.slug, kid)}>
                {say.declare}
                <span class="unseen"> {say.of(short(kid))}</span>
              </LinkButton>
            ) : null,
          ],
        }))}
      />
      {inUse === undefined ? null : (
        <form class="stack" method="post" action={trainingPaths.keys(region.slug)}>
          <p>{say.rotateLead}</p>
          <input type="hidden" name="key" value={inUse.kid} />
          <Actions>
            <Button>{say.rotate}</Button>
          </Actions>
        </form>
      )}
    </>
  )
}

/** The step between: what stops, what stays, and a way back. */
export const KeyLossPage = ({ region, lang, of }: { region: Region; lang: Language; of: KeyRow }) => {
  const say = keysWords[lang]
  const made = day(of.madeAt.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  return (
    <>
      <PageHead title={say.sureTitle} />
      <DefinitionList
        facts={[
          { term: say.key, detail: <code>{short(of.kid)}</code> },
          { term: say.made, detail: made },
        ]}
      />
      <p>{say.sureLead}</p>
      <p>{say.sureStays}</p>
      <form method="post" action={trainingPaths.keyLoss(region.slug, of.kid)}>
        <Actions>
          <Button look="danger">{say.sure}</Button>
          <LinkButton look="quiet" href={trainingPaths.keys(region.slug)}>
            {say.keep}
          </LinkButton>
        </Actions>
      </form>
    </>
  )
}
