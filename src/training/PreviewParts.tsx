import { Heading, type Level } from '../ui/heading.tsx'
import type { Language } from '../ui/language.ts'
import { Tag } from '../ui/tag.tsx'
import type { Check, Choice, Practice, Question } from './course.ts'
import { InEnglish } from './InEnglish.tsx'
import { isEnd } from './practiceWalk.ts'
import { previewWords } from './previewWords.ts'

type Option = { readonly text: string; readonly right: boolean; readonly say?: string }
type OptionsProps = { options: readonly Option[]; lang: Language; textLang: Language }

const Options = ({ options, lang, textLang }: OptionsProps) => (
  <ul class="options">
    {options.map(({ text, right, say }) => (
      <li key={text}>
        {right ? (
          <>
            <Tag tone="ok">{previewWords[lang].right}</Tag>{' '}
          </>
        ) : null}
        <span lang={textLang}>{text}</span>
        {say === undefined ? null : (
          <p class="muted small" lang={textLang}>
            {say}
          </p>
        )}
      </li>
    ))}
  </ul>
)

type CheckProps = { check: Check; lang: Language; textLang: Language; level: Level }

/** A knowledge check with what each answer leads to. */
export const WholeCheck = ({ check, lang, textLang, level }: CheckProps) => (
  <section class="card">
    <Heading level={level} class="text-title" lang={textLang}>
      {check.ask}
    </Heading>
    <Options options={check.options} {...{ lang, textLang }} />
  </section>
)

/** A question of the bank, with everything a test keeps back. */
export const WholeQuestion = ({ question, lang }: { question: Question; lang: Language }) => (
  <section class="card">
    <h3 class="text-title">
      {question.id} · <InEnglish>{question.ask}</InEnglish>
    </h3>
    <Options options={question.options} lang={lang} textLang="en" />
    <p>
      {previewWords[lang].why}: <InEnglish>{question.why}</InEnglish>
    </p>
    <p class="muted small">
      {question.objective} · {question.lesson} · {question.source}
    </p>
  </section>
)

const tones = { opens: 'ok', neither: 'neutral', closes: 'amber' } as const

/** Every turn of a conversation, with where each choice leads. */
export const WholePractice = ({ practice, lang }: { practice: Practice; lang: Language }) => {
  const say = previewWords[lang]
  const at = (turn: string) => `turn-${practice.id}-${turn}`
  const choice = (one: Choice) => (
    <li key={one.say}>
      <Tag tone={tones[one.effect]}>{say.effect[one.effect]}</Tag> <InEnglish>{one.say}</InEnglish>
      <p class="muted small">
        <InEnglish>{one.why}</InEnglish> <a href={`#${at(one.to)}`}>{`${say.to} ${one.to}`}</a>
      </p>
    </li>
  )
  return (
    <section class="stack">
      <h3 class="text-title" lang="en">
        {practice.title}
      </h3>
      <p lang="en">{practice.scene}</p>
      <p class="muted small">
        {say.starts} <a href={`#${at(practice.start)}`}>{practice.start}</a>
      </p>
      {Object.entries(practice.turns).map(([name, turn]) => (
        <section class="card" id={at(name)} key={name}>
          <h4 class="text-title">{isEnd(turn) ? `${name} · ${say.ends}` : name}</h4>
          <p lang="en">{isEnd(turn) ? turn.ends : turn.they}</p>
          {isEnd(turn) ? null : <ul class="options">{turn.choices.map(choice)}</ul>}
        </section>
      ))}
    </section>
  )
}
