// The library as the extensions expect it: by its global name, and with nothing allowed that is not used.
import htmx from 'htmx.org'

Object.assign(globalThis, { htmx })
Object.assign(htmx.config, { extensions: 'hx-csp, sse' })
