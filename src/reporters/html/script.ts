/** The script of a page: it filters, opens what an address leads to, and opens everything for print. It writes no HTML. */

export const script = `
(() => {
  'use strict'
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const form = document.getElementById('filters')
  const items = all('[data-text]')
  const counted = items.filter((one) => one.hasAttribute('data-counted'))
  const apply = () => {
    const { text, database } = form.elements
    const words = text.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const status = new Set(all('input[name=status]:checked', form).map((one) => one.value))
    const fits = ({ dataset }) =>
      (!dataset.status || dataset.status.split(' ').some((one) => status.has(one))) &&
      (!database || !database.value || dataset.database === database.value) &&
      words.every((word) => dataset.text.includes(word))
    for (const one of items) one.hidden = !fits(one)
    for (const one of all('[data-filtered]')) {
      const some = all('[data-text]', one).some((item) => !item.hidden)
      for (const none of all('.empty', one)) none.hidden = some
    }
    form.querySelector('output').value =
      counted.filter((one) => !one.hidden).length + ' of ' + counted.length + ' ' + form.dataset.noun
  }
  if (form) {
    form.hidden = false
    form.addEventListener('input', apply)
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('reset', () => setTimeout(apply))
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.matches('input, select')) return
      event.preventDefault()
      form.elements.text.focus()
    })
    apply()
  }
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    target.hidden = false
    const card = target.closest('details')
    if (!card) return
    card.hidden = false
    card.open = true
    target.scrollIntoView()
  }
  window.addEventListener('hashchange', reveal)
  reveal()
  for (const button of all('button[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', () =>
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(() => {
        button.textContent = 'Copied'
      }),
    )
  }
  for (const mark of all('figure mark')) {
    const lines = mark.closest('pre')
    const left = mark.getBoundingClientRect().left - lines.getBoundingClientRect().left
    if (left > lines.clientWidth - 120) lines.scrollLeft = left - 120
  }
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = all('details:not([open])')
    for (const one of opened) one.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const one of opened) one.open = false
  })
})()
`
