// The journey in WebKit. Its console stays unseen, as its driver does not give it; but where a script fails in the app,
// the page without scripts is shown, and that would be seen.

import { testEngine } from './engine-suite.mjs'

testEngine('WebKit')
