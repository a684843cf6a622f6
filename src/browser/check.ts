// On the self-check: adds up what somebody chose, here and nowhere else. It asks no server, keeps nothing, and every word it
// may need stands in the page already; it only shows the ones that hold. The page's policy lets it do no more.
import { bandOf, scoreOf } from '../support/index.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-check]')) {
  part.addEventListener('change', () => show(part))
  // A browser may bring choices back with the page; they are answers like any other.
  show(part)
}

function show(part: HTMLElement): void {
  const marked = [...part.querySelectorAll<HTMLElement>('li[data-check-from], li[data-check-zone]')]
  const chosen = part.querySelector<HTMLInputElement>(':checked')
  const here = part.dataset.check === 'continuum' ? zoneOf(marked, chosen) : sumOf(part, marked)
  for (const one of marked) {
    // Alone once there is an answer; before that all of them stand there to be read.
    one.hidden = here !== null && one !== here
    if (one === here) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
  }
  const worried = part.querySelector('[data-people]:checked') !== null
  const people = part.querySelector<HTMLElement>('[data-check-people]')
  if (people !== null) people.hidden = !(worried || here?.dataset.checkLeads !== undefined)
}

function zoneOf(marked: readonly HTMLElement[], chosen: HTMLInputElement | null): HTMLElement | null {
  return marked.find((one) => one.dataset.checkZone === chosen?.value) ?? null
}

function sumOf(part: HTMLElement, bands: readonly HTMLElement[]): HTMLElement | null {
  const gate = part.querySelector('[data-check-gate]')
  const items = [...part.querySelectorAll('[data-check-item]')]
  const score = scoreOf({
    ...(gate === null ? {} : { gate: answerOf(gate)?.value === 'yes' ? 'yes' : answerOf(gate) && 'no' }),
    points: items.map((item) => {
      const answer = answerOf(item)
      return answer === null ? null : Number(answer.dataset.points)
    }),
  })
  const sum = part.querySelector<HTMLElement>('[data-check-sum]')
  const number = part.querySelector<HTMLElement>('[data-check-number]')
  if (sum !== null) sum.hidden = score === null
  if (number !== null) number.textContent = score === null ? '' : String(score)
  return score === null
    ? null
    : bands[
        bandOf(
          score,
          bands.map((one) => Number(one.dataset.checkFrom)),
        )
      ]!
}

function answerOf(of: Element): HTMLInputElement | null {
  return of.querySelector<HTMLInputElement>(':checked')
}
