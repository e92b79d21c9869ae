class VisitCard extends HTMLElement {}
customElements.define('visit-card', VisitCard)
customElements.define('visit-row', class extends HTMLElement {}, { extends: 'tr' })
window.customElements.define('visit-cell', VisitCard, { paranoid: true })
