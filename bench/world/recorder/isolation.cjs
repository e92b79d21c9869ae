/** No connection, no port, no end of the process, no child: what a project does as it starts has no effect. */

function isolate() {
  const net = require('node:net')
  net.Socket.prototype.connect = function () {
    process.nextTick(() => this.destroy(new Error('The recorder makes no connection.')))
    return this
  }
  net.Server.prototype.listen = function () {
    return this
  }
  const children = require('node:child_process')
  for (const name of ['exec', 'execSync', 'execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'])
    children[name] = () => {
      throw new Error('The recorder starts no process.')
    }
  process.exit = () => undefined
  for (const name of ['log', 'error', 'warn', 'info', 'debug', 'table']) console[name] = () => {}
}

/** From here on a variable that is not set has a value, so that what asks for one can be loaded. */
function fillEnvironment(value) {
  process.env = new Proxy(process.env, {
    get: (env, key) =>
      env[key] ?? (typeof key === 'string' && /^[A-Z][A-Z0-9_]+$/.test(key) ? value : undefined),
  })
}

module.exports = { fillEnvironment, isolate }
