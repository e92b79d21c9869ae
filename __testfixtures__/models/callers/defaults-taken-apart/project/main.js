const open = require('./lib/open')

open('postgres://u:p@localhost/db', { suffix: process.env.SUFFIX, makeParanoid: process.env.KEEP ? true : undefined })
