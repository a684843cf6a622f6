import type { Language } from '../ui/language.ts'
import { loadWords } from './loadWords.ts'
import type { NotedLoad } from './ownLoad.ts'

const shown = 6
const step = 15
const height = 5 * step

/** The last days as bars. The table below says the same in words, so this is for the eye alone. */
export const LoadPicture = ({ notes, lang }: { notes: readonly NotedLoad[]; lang: Language }) => {
  const last = notes.slice(-shown)
  const slot = 100 / shown
  const label = (on: Temporal.PlainDate) =>
    on.toLocaleString(lang === 'es' ? 'es-US' : 'en-US', { month: 'numeric', day: 'numeric' })
  return (
    <figure class="day-bars">
      <figcaption class="muted small">{loadWords[lang].picture}</figcaption>
      <svg width="100%" height={height + 24} aria-hidden="true">
        <line x1="0" x2="100%" y1={height} y2={height} />
        {last.map((one, index) => (
          <g key={one.on.toString()}>
            <rect
              class="main"
              x={`${index * slot + slot / 4}%`}
              width={`${slot / 2}%`}
              y={height - one.heaviness * step}
              height={one.heaviness * step}
            />
            <text x={`${index * slot + slot / 2}%`} y={height + 16} text-anchor="middle">
              {label(one.on)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
