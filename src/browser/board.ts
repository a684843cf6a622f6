// The live board: pages stay as they are without it.
import './htmx.ts'
import 'htmx.org/dist/ext/hx-csp.js'
import 'htmx.org/dist/ext/hx-sse.js'
