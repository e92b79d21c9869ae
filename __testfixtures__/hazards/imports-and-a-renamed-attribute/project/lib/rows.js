import Visit from '../models/session.js'
import { Session } from '@/models'
import * as models from '../models/session.js'

export const live = () => Visit.findAll({ where: { removedAt: null, deletedAt: null } })
export const raw = (db) => db.query('select id from sessions where removed_at is null')
export const remove = (id) => Session.destroy({ where: { id } })
export const again = (id) => models.Session.restore({ where: { id } })
