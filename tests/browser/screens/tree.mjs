// What a screen reader says of a screen, as text for reviewers: roles, names and states in the order of reading.

import { frameId } from './axe.mjs'

/** Roles that say nothing by themselves. */
const SILENT = ['generic', 'none', 'InlineTextBox', 'LayoutTableRow', 'ListMarker', 'MenuListPopup', 'RootWebArea', 'Legend']
const STATES = ['checked', 'focused', 'disabled', 'level', 'invalid']

/** Gives a function that reads the tree of a frame: its `main`, or with `whole` what stands around it too. */
export async function treeOf(page, frame) {
  const session = await page.context().newCDPSession(page)
  const id = await frameId(session, frame)
  return async ({ whole = false } = {}) => {
    const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: id })
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const root = whole ? nodes[0] : nodes.find(({ role }) => role?.value === 'main')
    const lines = []
    tell(root, byId, 0, lines)
    return `${lines.join('\n')}\n`
  }
}

/** A text as it is typed; the build's name is another one with every change. */
function readable(text) {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '').replace(/\b[0-9a-f]{12}\b/g, 'BUILD')
}

function tell(node, byId, depth, lines) {
  const role = node.role?.value
  const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean)
  const says = !node.ignored && !SILENT.includes(role) && role !== 'LabelText'
  const name = readable(node.name?.value ?? '').trim()
  if (says && (role !== 'StaticText' || name !== '')) lines.push(`${'  '.repeat(depth)}${line(node, role, name)}`)
  // The options of a list are many, and the same everywhere; a label is the name of its control.
  if (['StaticText', 'combobox', 'LabelText', 'term'].includes(role)) return
  // The name of these is what stands in them.
  const told = ['button', 'heading', 'DisclosureTriangle'].includes(role) && name !== ''
  if (!told) for (const child of children) tell(child, byId, says ? depth + 1 : depth, lines)
}

function line(node, role, name) {
  const state = (wanted) => node.properties?.find((property) => property.name === wanted)?.value.value
  const states = STATES.map((wanted) => [wanted, state(wanted)]).filter(([, value]) => ![undefined, false, 'false'].includes(value))
  const said = role === 'StaticText' ? name : `${role}${name === '' ? '' : ` “${name}”`}`
  const description = node.description?.value ? ` — ${readable(node.description.value)}` : ''
  return `${said}${states.map(([each, value]) => ` (${each}${value === true ? '' : ` ${value}`})`).join('')}${description}`
}
