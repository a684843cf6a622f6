// On sign-in and on one's own account: asks the browser for a passkey once somebody presses the button. Every word it may
// need stands in the page already; it only shows the ones that hold.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

for (const card of document.querySelectorAll<HTMLElement>('[data-passkey]')) begin(card)

function begin(card: HTMLElement): void {
  const show = (state: string) => {
    for (const part of card.querySelectorAll<HTMLElement>('[data-passkey-shows]'))
      part.hidden = !part.dataset.passkeyShows!.split(' ').includes(state)
  }
  card.hidden = false
  if (!browserSupportsWebAuthn()) {
    show('unsupported')
    return
  }
  show('offer')
  const form = card.querySelector('form')!
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    show('offer')
    answerOf(card)
      .then((answer) => {
        const field = form.elements.namedItem('answer') as HTMLInputElement
        field.value = JSON.stringify(answer)
        form.submit()
      })
      // Somebody who turned away, and a key that is not at hand, look the same: the browser tells neither.
      .catch(() => show('failed'))
  })
}

async function answerOf(card: HTMLElement): Promise<object> {
  const asked = await fetch(card.dataset.passkeyChallenge!, { method: 'POST' })
  if (!asked.ok) throw new Error('no challenge')
  const optionsJSON = await asked.json()
  return card.dataset.passkey === 'new'
    ? await startRegistration({ optionsJSON })
    : await startAuthentication({ optionsJSON })
}
