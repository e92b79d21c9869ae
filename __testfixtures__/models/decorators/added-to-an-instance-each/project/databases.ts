import { Sequelize } from 'sequelize-typescript'
import { Ledger } from './models/ledger'
import { Visitor } from './models/visitor'

const main = new Sequelize('main', 'u', 'p', { dialect: 'postgres', define: { paranoid: true, underscored: true } })
main.addModels([Visitor])

const archive = new Sequelize('archive', 'u', 'p', { dialect: 'postgres', define: { paranoid: true } })
archive.addModels([Ledger])
