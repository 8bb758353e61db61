/**
 * Search within the page: every word has to stand in a row. The page is whole without it; the field appears only where
 * this runs. `#q=…` searches for what a link says. No `<` and no `&`, so that it needs no escaping.
 */
export const script = `
(() => {
  const form = document.querySelector('form.search')
  if (form === null) return
  const field = form.querySelector('input')
  const told = form.querySelector('output')
  const groups = [...document.querySelectorAll('section.group')].map(group => ({
    group,
    rows: [...group.querySelectorAll('tbody tr')].map(row => ({ row, text: row.textContent.toLowerCase() })),
  }))
  const search = () => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(word => word !== '')
    let found = 0
    for (const { group, rows } of groups) {
      const fitting = rows.filter(({ text }) => words.every(word => text.includes(word)))
      for (const { row } of rows) row.hidden = true
      for (const { row } of fitting) row.hidden = false
      group.hidden = fitting.length === 0
      found += fitting.length
    }
    told.textContent = words.length === 0 ? '' : String(found)
  }
  const follow = () => {
    const asked = location.hash.startsWith('#q=')
    if (asked) field.value = decodeURIComponent(location.hash.slice(3))
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const hidden = target !== null ? target.closest('[hidden]') !== null : false
    if (hidden) field.value = ''
    search()
    if (hidden) target.scrollIntoView()
  }
  form.hidden = false
  field.addEventListener('input', search)
  form.addEventListener('submit', event => event.preventDefault())
  window.addEventListener('hashchange', follow)
  follow()
})()
`
