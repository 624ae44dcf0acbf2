// Every screen in Chinese.

import { testEveryScreen } from './screens/every.mjs'

testEveryScreen('zh-Hans')
