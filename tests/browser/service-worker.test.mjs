// Without a network: the landing page and the self-check open again after one visit, never as a mixture of two builds,
// and never another build in the middle of a journey.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { launch, serve } from './browser.mjs'
import * as journey from './journey.mjs'

const FAMILY = journey.FAMILIES.does_not_fit
const HEADERS = { '/check.html': journey.HEADERS?.['/check.html'] }
