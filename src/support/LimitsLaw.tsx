import type { Child } from 'hono/jsx'
import type { StatePack } from '../region/index.ts'
import { Card } from '../ui/card.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { limitsSaid } from './limitsSaid.ts'
import { limitsWords } from './limitsWords.ts'

type Props = { pack: StatePack; title: string; lang: Language }

/** One law, as far as it was read: what it protects, its exceptions, what was not verified, statute and day. */
export const LimitsLaw = ({ pack, title, lang }: Props) => {
  const say = limitsWords[lang]
  const { told, unread } = limitsSaid(pack, lang)
  const { law, supporter, covered } = pack
  const readOn = day(Temporal.PlainDate.from(law.readOn), lang)
  return (
    <Card title={title}>
      <LawOrBill pack={pack} lang={lang} />
      <Part title={say.protects}>{pack.protects === 'unknown' ? null : pack.protects[lang]}</Part>
      <Part title={say.supporter}>
        {supporter.who === 'unknown' ? null : supporter.who[lang]}{' '}
        {supporter.certifiedBy === null ? null : say.certified(supporter.certifiedBy.join(', '))}
      </Part>
      <Part title={say.covered}>{covered.who === 'unknown' ? null : covered.who[lang]}</Part>
      <Lines title={say.also} lines={told} />
      <Exceptions pack={pack} lang={lang} />
      <Lines title={say.notVerified} lines={unread} />
      <Lines title={say.noted} lines={pack.notes.map((one) => one[lang])} />
      <p class="muted small">
        {say.source(law.citation, readOn)} <span lang="en">{law.read}</span>.{' '}
        {pack.reviewed === null
          ? say.notReviewed
          : say.reviewed(day(Temporal.PlainDate.from(pack.reviewed.on), lang), pack.reviewed.counsel)}
      </p>
    </Card>
  )
}

type Of = { pack: StatePack; lang: Language }

export const LawOrBill = ({ pack: { law }, lang }: Of) => {
  const say = limitsWords[lang]
  return (
    <>
      {law.status === 'bill' ? <p>{say.bill}</p> : null}
      {law.status === 'unknown' ? <p>{say.statusUnknown}</p> : null}
    </>
  )
}

export const Exceptions = ({ pack: { exceptions }, lang }: Of) => {
  const say = limitsWords[lang]
  return (
    <Lines
      title={say.exceptions}
      lines={exceptions.known.map((one) => one[lang])}
      after={exceptions.mustTell === 'unknown' ? undefined : say.mustTell[exceptions.mustTell]}
    />
  )
}

const Part = ({ title, children }: { title: string; children?: Child }) =>
  isEmpty(children) ? null : (
    <p>
      <b>{title}.</b> {children}
    </p>
  )

/** Nothing was read, so there is nothing to say under this heading. */
const isEmpty = (children: Child): boolean =>
  [children].flat(3).every((one) => one === null || one === undefined || one === ' ')

const Lines = ({
  title,
  lines,
  after,
}: {
  title: string
  lines: readonly string[]
  after?: string | undefined
}) =>
  lines.length === 0 ? null : (
    <div>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {after === undefined ? null : <p>{after}</p>}
    </div>
  )
