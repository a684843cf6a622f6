import type { HelpLine } from './helpLine.ts'
import type { Language } from './language.ts'
import { sms, tel } from './path.ts'
import { words } from './words.ts'

type Props = { help: readonly HelpLine[]; lang: Language }

/** A short code is read at a glance; a long one gives way to its name on a phone, where the name dials it. */
const isShort = (number: string) => number.length <= 4

/** On top of every page, one tap from anywhere. Lines without a sourced number stay out. */
export const HelpBar = ({ help, lang }: Props) => (
  <nav class="help" aria-label={words[lang].help}>
    {help.map((line) =>
      line.number === null ? null : (
        <span class="help-line" key={line.code}>
          {isShort(line.number) ? (
            <span>
              {line.label[lang]} <a href={tel(line.number)}>{line.number}</a>
            </span>
          ) : (
            <a href={tel(line.number)}>
              {line.label[lang]}
              <span class="help-long"> {line.number}</span>
            </a>
          )}
          {line.text === undefined ? null : (
            <span>
              {' '}
              {line.note[lang]} <a href={sms(line.text)}>{line.text}</a>
            </span>
          )}
        </span>
      ),
    )}
  </nav>
)

/** The same lines in full: whom each is for, and when the numbers were last checked. */
export const HelpList = ({ help, lang }: Props) => {
  const shown = help.filter((line) => line.number !== null)
  const [oldest] = shown.flatMap((line) => (line.checked === null ? [] : [line.checked])).sort()
  return (
    <>
      <dl class="help-list">
        {shown.map((line) => (
          <div key={line.code}>
            <dt>
              {line.label[lang]} <a href={tel(line.number!)}>{line.number}</a>
            </dt>
            <dd>
              {line.about[lang]}
              {line.checked === null ? <span class="muted"> ({words[lang].notYetChecked})</span> : null}
            </dd>
          </div>
        ))}
      </dl>
      {oldest === undefined ? null : (
        <p class="muted small">
          {words[lang].checkedOn} <time datetime={oldest}>{plainDay(oldest, lang)}</time>.
        </p>
      )}
    </>
  )
}

function plainDay(day: string, lang: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(lang === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long' })
}
