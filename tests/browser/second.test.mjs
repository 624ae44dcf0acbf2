// The second trial's page: an adult patient, women only, several hospitals, a study that recruits.

import { testPage } from './other-trial.mjs'

testPage({
  name: 'nct06189209',
  phones: ['+41325800175'],
  foreign: /child|parent|leuk|transplant|CAR-\u2060?T|Guangxi|Beijing|孩子|儿童|家长|白血病|移植|广西|北京/i,
  way: 'tests/page/second_every_screen.txt',
})
