/** Notifications carry no content: that something waits, until when, and where to open it. */
type Text = { readonly subject: string; readonly text: string }

export function alertMail(link: string): Text {
  return {
    subject: 'Tailboard: a request is waiting',
    text: `A request is waiting for a call back.\n\nOpen it: ${link}\n`,
  }
}

export function offerMail(link: string, answerBy: Temporal.Instant, timeZone: string): Text {
  const by = answerBy
    .toZonedDateTimeISO(timeZone)
    .toLocaleString('en-US', { hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' })
  return {
    subject: `Tailboard: answer needed by ${by}`,
    text: `An answer is needed by ${by}.\n\nOpen it: ${link}\n\nThe link is yours alone: please don't pass it on. Saying no needs no reason.\n`,
  }
}

export function standDownMail(): Text {
  return {
    subject: 'Tailboard: you are not needed this time',
    text: 'Thank you for being ready. You are not needed this time, and there is nothing to do.\n',
  }
}

export function aidMail(link: string): Text {
  return {
    subject: 'Tailboard: a neighbouring team is waiting',
    text: `A neighbouring team asks or answers.\n\nOpen it: ${link}\n`,
  }
}

/** To somebody who said to their coordinator that they come. */
export function guestMail(): Text {
  return {
    subject: "Tailboard: you're on",
    text: "You're on, as a guest of a neighbouring team. Your coordinator tells you where and when.\n",
  }
}
