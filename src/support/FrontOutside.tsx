import { Card } from '../ui/card.tsx'
import type { HelpLine } from '../ui/helpLine.ts'
import type { Language } from '../ui/language.ts'
import { tel } from '../ui/path.ts'
import { linesFor, outsiders } from './frontOutside.ts'
import { outsideWords } from './frontOutsideWords.ts'

type Props = { help: readonly HelpLine[]; lang: Language }

/** Veterans, retirees, families, and people outside every region: each an answer, and a number. */
export const FrontOutside = ({ help, lang }: Props) => {
  const say = outsideWords[lang]
  return (
    <section class="stack" id="outside">
      <h2>{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {outsiders.map((outsider) => (
        <Card key={outsider} title={say.who[outsider].title}>
          <p>{say.who[outsider].answer}</p>
          <LineList lines={linesFor(outsider, help)} lang={lang} />
        </Card>
      ))}
    </section>
  )
}

/** A few lines, each with whom it is for; the whole list and its day of checking stand on every page. */
export const LineList = ({ lines, lang }: { lines: readonly HelpLine[]; lang: Language }) => (
  <dl class="help-list">
    {lines.map((line) => (
      <div key={line.code}>
        <dt>
          {line.label[lang]} <a href={tel(line.number!)}>{line.number}</a>
        </dt>
        <dd>{line.about[lang]}</dd>
      </div>
    ))}
  </dl>
)
