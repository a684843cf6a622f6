import { disciplines, disciplineWords, type Region } from '../region/index.ts'
import { LinkButton } from '../ui/button.tsx'
import { Card, EmptyState } from '../ui/card.tsx'
import { DefinitionList } from '../ui/facts.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead } from '../ui/pageHead.tsx'
import { type Path, tel } from '../ui/path.ts'
import { Tag } from '../ui/tag.tsx'
import { spoken, supportPaths } from './frontPaths.ts'
import type { ShownPeer } from './peer.ts'
import { answerTimeWords, livedWords, loadWords, talkPageWords } from './talkWords.ts'

type Props = { of: Region; peers: readonly ShownPeer[]; write: Path | null; lang: Language }

/** How many agencies the stylesheet can leave out, each by the two digits of its number. */
const mostAgencies = 100
const digits = (index: number) => [`t${Math.floor(index / 10)}`, `u${index % 10}`] as const

/** Who can be found here. Choosing among them asks nobody: the page hides what was not wanted. */
export const PeersPage = ({ of, peers, write, lang }: Props) => {
  const say = talkPageWords[lang]
  const all = [...new Set(peers.flatMap(({ profile }) => profile.agency ?? []))].sort()
  const agencies = all.slice(0, mostAgencies)
  const unsaid = peers.filter(({ profile }) => profile.agency === null).length
  const shown = disciplines.filter((one) => peers.some(({ profile }) => profile.discipline === one))
  return (
    <>
      <PageHead title={say.peersTitle} lead={say.peersLead} />
      <p>
        {say.callFor}: <a href={tel(of.teamPhone)}>{of.teamPhone}</a>
      </p>
      {peers.length === 0 ? (
        <EmptyState title={say.peersTitle}>
          <p>{say.peersNone}</p>
        </EmptyState>
      ) : (
        <div class="peers">
          {shown.length < 2 ? null : (
            <Filter
              name="only"
              label={say.byDiscipline}
              none={say.all}
              choices={shown.map((one) => ({ id: `only-${one}`, label: disciplineWords[lang][one] }))}
            />
          )}
          {agencies.length === 0 ? null : (
            <Filter
              name="out"
              label={say.leaveOut}
              none={say.nobody}
              choices={agencies.map((agency, index) => {
                const [tens, units] = digits(index)
                return { id: `out-${index}`, label: agency, class: `out-${tens} out-${units}` }
              })}
            />
          )}
          {all.length === agencies.length ? null : (
            <p class="muted">{say.notOffered(all.length - agencies.length)}</p>
          )}
          {agencies.length === 0 || unsaid === 0 ? null : (
            <div class="unsaid">
              <p>{say.alsoHidden(unsaid)}</p>
              <label class="choice">
                <input type="checkbox" id="show-unsaid" />
                <span>{say.showHidden}</span>
              </label>
            </div>
          )}
          <ul class="stack">
            {peers.map((peer) => (
              <li
                key={peer.memberId}
                class={`peer is-${peer.profile.discipline} ${servesIn(peer, agencies)}`}
              >
                <Peer peer={peer} lang={lang} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p class="muted small">{say.peersNote}</p>
      {write === null ? null : (
        <p>
          <LinkButton href={write}>{say.write}</LinkButton>
        </p>
      )}
      <p>
        <a href={spoken(supportPaths.front(of.slug), lang)}>{say.back}</a>
      </p>
    </>
  )
}

/** What the stylesheet knows a peer by; whoever doesn't say where they serve may serve in what is left out. */
function servesIn({ profile: { agency } }: ShownPeer, agencies: readonly string[]): string {
  if (agency === null) return agencies.length === 0 ? '' : 'of-nobody'
  const index = agencies.indexOf(agency)
  return index < 0 ? '' : digits(index).join(' ')
}

const Peer = ({ peer: { profile, onDuty, load }, lang }: { peer: ShownPeer; lang: Language }) => {
  const say = talkPageWords[lang]
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' })
  const list = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
    codes.map((code) => words[code]).join(', ')
  const facts = [
    ...(profile.lived.length === 0
      ? []
      : [{ term: say.lived, detail: list(profile.lived, livedWords[lang]) }]),
    ...(profile.answers.length === 0
      ? []
      : [{ term: say.answers, detail: list(profile.answers, answerTimeWords[lang]) }]),
  ]
  const about = [
    disciplineWords[lang][profile.discipline],
    profile.agency,
    profile.languages.map((code) => names.of(code)).join(', '),
    loadWords[lang][load],
  ].filter((part) => part !== null)
  return (
    <Card title={profile.shownAs}>
      {onDuty ? <Tag tone="ok">{say.onCall}</Tag> : null}
      <p class="muted">{about.join(' · ')}</p>
      {facts.length === 0 ? null : <DefinitionList facts={facts} />}
    </Card>
  )
}

type FilterProps = {
  name: string
  label: string
  none: string
  choices: readonly { readonly id: string; readonly label: string; readonly class?: string }[]
}

const Filter = ({ name, label, none, choices }: FilterProps) => (
  <fieldset class="field">
    <legend>{label}</legend>
    <div class="choices boxes">
      {[{ id: `${name}-none`, label: none }, ...choices].map((choice, index) => (
        <label class="choice" key={choice.id}>
          <input
            type="radio"
            class={choice.class}
            name={name}
            id={choice.id}
            value={choice.id}
            checked={index === 0}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
