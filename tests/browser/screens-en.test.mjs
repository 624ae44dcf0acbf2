// Every screen in English.

import { testEveryScreen } from './screens/every.mjs'

testEveryScreen('en')
