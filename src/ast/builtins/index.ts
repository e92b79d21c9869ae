/** What JavaScript, Node and lodash bring along, as far as a value can go through it unharmed. */

export { compiledHelper } from './compiled'
export { globals } from './globals'
export { listMember } from './lists'
export { lodash } from './lodash'
export { nodeModule } from './node'
export { nodeConfigCall, nodeConfigMember } from './node-config'
export { isPromiseClass, newPromise, promiseMember } from './promises'
export { stringMember } from './strings'
