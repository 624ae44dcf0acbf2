// The third trial's page: an adult patient, laboratory values, days to wait after a treatment, two people to call.

import { testPage } from './other-trial.mjs'

testPage({
  name: 'nct06097962',
  phones: ['+86 186 2166 8515', '+86 139 5201 6932'],
  foreign: /child|parent|leuk|breast|CAR-\u2060?T|tenalisib|Guangxi|India|孩子|儿童|家长|白血病|乳腺|广西|印度/i,
  way: 'tests/page/third_every_screen.txt',
})
