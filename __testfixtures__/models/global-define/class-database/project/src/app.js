require('./database')
