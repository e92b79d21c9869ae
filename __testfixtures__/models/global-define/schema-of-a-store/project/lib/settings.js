const fs = require('fs')

class Settings {
  constructor(file) {
    this.all = JSON.parse(fs.readFileSync(file, 'utf8'))
  }
  get(key) {
    return this.all[key]
  }
}

module.exports = new Settings(process.env.SETTINGS)
