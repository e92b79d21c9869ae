export let options = { paranoid: true }
export function turnOff() {
  options = { paranoid: false }
}
