import type { Language } from '../ui/language.ts'
import { Tag } from '../ui/tag.tsx'
import type { Check, Choice, Practice, Question } from './course.ts'
import { isEnd } from './practiceWalk.ts'
import { previewWords } from './previewWords.ts'

type Option = { readonly text: string; readonly right: boolean; readonly say?: string }

const Options = ({ options, lang }: { options: readonly Option[]; lang: Language }) => (
  <ul class="options">
    {options.map(({ text, right, say }) => (
      <li key={text}>
        {right ? (
          <>
            <Tag tone="ok">{previewWords[lang].right}</Tag>{' '}
          </>
        ) : null}
        {text}
        {say === undefined ? null : <p class="muted small">{say}</p>}
      </li>
    ))}
  </ul>
)

/** A knowledge check with what each answer leads to. */
export const WholeCheck = ({ check, lang }: { check: Check; lang: Language }) => (
  <aside class="card" lang="en">
    <h3 class="text-title">{check.ask}</h3>
    <Options options={check.options} lang={lang} />
  </aside>
)

/** A question of the bank, with everything a test keeps back. */
export const WholeQuestion = ({ question, lang }: { question: Question; lang: Language }) => (
  <aside class="card" lang="en">
    <h3 class="text-title">
      {question.id} · {question.ask}
    </h3>
    <Options options={question.options} lang={lang} />
    <p>
      {previewWords[lang].why}: {question.why}
    </p>
    <p class="muted small">
      {question.objective} · {question.lesson} · {question.source}
    </p>
  </aside>
)

const tones = { opens: 'ok', neither: 'neutral', closes: 'amber' } as const

/** Every turn of a conversation, with where each choice leads. */
export const WholePractice = ({ practice, lang }: { practice: Practice; lang: Language }) => {
  const say = previewWords[lang]
  const at = (turn: string) => `turn-${practice.id}-${turn}`
  const choice = (one: Choice) => (
    <li key={one.say}>
      <Tag tone={tones[one.effect]}>{say.effect[one.effect]}</Tag> {one.say}
      <p class="muted small">
        {one.why} <a href={`#${at(one.to)}`}>{`${say.to} ${one.to}`}</a>
      </p>
    </li>
  )
  return (
    <section class="stack" lang="en">
      <h3 class="text-title">{practice.title}</h3>
      <p>{practice.scene}</p>
      <p class="muted small">
        {say.starts} <a href={`#${at(practice.start)}`}>{practice.start}</a>
      </p>
      {Object.entries(practice.turns).map(([name, turn]) => (
        <aside class="card" id={at(name)} key={name}>
          <h3 class="text-title">{isEnd(turn) ? `${name} · ${say.ends}` : name}</h3>
          <p>{isEnd(turn) ? turn.ends : turn.they}</p>
          {isEnd(turn) ? null : <ul class="options">{turn.choices.map(choice)}</ul>}
        </aside>
      ))}
    </section>
  )
}
