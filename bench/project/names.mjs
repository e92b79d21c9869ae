/** What the models of a made-up business are called. */

const KINDS =
  'Archived Billing Branch Client Company Customer Daily Delivery Device Digital Event External Guest Internal Legal Local Member Mobile Monthly Office Partner Payment Product Public Regional Retail School Service Shared Store Support Team Tenant Travel Vendor Weekly'.split(
    ' ',
  )
const THINGS =
  'Account Address Agreement Booking Budget Campaign Category Channel Claim Comment Contract Coupon Discount Document Expense Feature Invoice Item License Location Message Note Order Package Policy Profile Project Question Receipt Refund Report Request Review Room Schedule Session Shift Subscription Survey Task Ticket Transfer Visit Voucher Warehouse'.split(
    ' ',
  )

export const snaked = (name) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase()
export const camelCased = (name) => name[0].toLowerCase() + name.slice(1)
const plural = (name) => (name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`)

/** The n-th model: its name, its table, its file without the extension. */
export function named(index) {
  const round = Math.floor(index / (KINDS.length * THINGS.length))
  const name =
    KINDS[index % KINDS.length] +
    THINGS[Math.floor(index / KINDS.length) % THINGS.length] +
    (round ? `V${round + 1}` : '')
  return { name, table: plural(snaked(name)), file: snaked(name).replaceAll('_', '-') }
}
